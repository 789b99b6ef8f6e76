// SPDX-License-Identifier: Apache-2.0
// What works at which stage, of a comparison whose options are interventions that begin at a stage
// (`mediation@prevention`): per stage how many are clear, and which changes most in the typical
// future.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison/comparison.hpp"

namespace forestall::comparison {

struct StageBest {
    std::string stage;
    std::size_t cells = 0, better = 0, worse = 0, few = 0;
    std::optional<std::size_t> option;  ///< of the clearly better ones, else of those with an
                                        ///< interval, the one with the fewest deaths
    std::string intervention;
};

/// Stages in the order of escalation; none if no option is named so. Delays are left out.
std::vector<StageBest> best_by_stage(const Comparison& comparison);
/// "prevention: 3 of 24 clearly reduce deaths, most of all 'mediation', 14 % fewer (6 to 21 %)".
std::string stage_sentence(const StageBest& stage, const Comparison& comparison);

}  // namespace forestall::comparison
