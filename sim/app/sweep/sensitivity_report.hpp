// SPDX-License-Identifier: Apache-2.0
// What the inputs of a sweep do to an outcome: which analysis a design allows, and its answer.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/sensitivity/density_index.hpp"
#include "analysis/sensitivity/morris_effects.hpp"
#include "analysis/sensitivity/sobol_indices.hpp"
#include "analysis/sensitivity/variance_split.hpp"
#include "app/frame/output.hpp"
#include "app/sweep/points_outcome.hpp"

namespace forestall::app {

struct Sensitivity {
    std::optional<sensitivity::SobolIndices> sobol;   ///< of a Saltelli design
    std::vector<sensitivity::MorrisEffect> morris;    ///< of a Morris design
    std::vector<sensitivity::DensityIndex> density;   ///< of any other, and of Saltelli's base rows
    std::optional<sensitivity::VarianceSplit> split;  ///< of points that are independent
    std::string no_split;                             ///< why there is none
};

/// The design is read off the points: a table that is not one by its values is none.
Sensitivity sensitivity_of(const PointsOutcome& outcome, const sensitivity::Resampling& how);

std::string sensitivity_text(const PointsOutcome& outcome, const Sensitivity& answer);
Json sensitivity_json(const PointsOutcome& outcome, const Sensitivity& answer);

}  // namespace forestall::app
