// SPDX-License-Identifier: Apache-2.0
// What an option changes given that the desk sees the stage it starts at: continuations of a file
// of `forestall stages`, made into columns by member (engine/continuations.hpp says where they come
// from, docs/methods/given-the-stage.md what they mean).
#pragma once
#include <vector>

#include "analysis/comparison/outcomes.hpp"
#include "analysis/comparison/ratios.hpp"
#include "results/reader.hpp"

namespace forestall::comparison {

/// Of one option, by member: what the state kept of its stage counts for (0: none was reached), and
/// the mean over continuations of the outcome under the option, and of doing nothing.
struct GivenStage {
    std::vector<double> weight;
    std::vector<double> under;
    std::vector<double> nothing;
    std::vector<double> step;  ///< that the state begins; -1: none
};

/// The file must have continuations.
GivenStage given_stage_of(const Results& results, const KeptOutcome& outcome, std::size_t option,
                          const std::vector<std::size_t>& positions);

/// Under the option less doing nothing, and of doing nothing itself, given the stage.
Ratio difference_of(const GivenStage& given);
Ratio nothing_of(const GivenStage& given);
/// Members with a state that was kept.
std::size_t members_reached(const GivenStage& given);

}  // namespace forestall::comparison
