// SPDX-License-Identifier: Apache-2.0
// What `forestall stages` says of each intervention given that the desk sees the stage: as text and
// as JSON.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "analysis/comparison/stage_matrix.hpp"
#include "app/frame/json.hpp"

namespace forestall::app {

/// Interventions by strategy, in the order of the four strategies; unknown ones last, under "".
std::vector<std::pair<std::string, std::vector<std::string>>> by_strategy(
    const std::vector<std::string>& interventions,
    const std::map<std::string, std::string>& strategy);

/// The matrix, the stages, and how much they can be trusted; "" without continuations.
std::string given_text(const comparison::StageMatrix& matrix, const std::string& outcome,
                       std::size_t members, const std::map<std::string, std::string>& strategy);

/// "Reliability of this table: 0.62 …" with the members that would make it 0.8; "" if it is not
/// defined.
std::string reliability_text(double reliability, std::size_t members);

Json figure_json(const comparison::Figure& f);
Json delays_json(const comparison::StageMatrix& matrix);
Json stages_json(const comparison::StageMatrix& matrix);

}  // namespace forestall::app
