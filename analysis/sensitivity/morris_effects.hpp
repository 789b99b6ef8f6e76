// SPDX-License-Identifier: Apache-2.0
// Rule: an elementary effect is what an outcome changes when one input moves, over the share of the
// way from its least to its greatest value in the design, counted in values, so that inputs with
// few levels and with many are of one scale. Their mean absolute size says how much the input
// matters, their mean which way, their spread how much that depends on the other inputs. Source:
// Morris 1991; Campolongo, Cariboni & Saltelli 2007 (mean absolute size).
#pragma once
#include <span>
#include <vector>

#include "analysis/sensitivity/rows_bootstrap.hpp"
#include "design/morris.hpp"

namespace forestall::sensitivity {

/// In the outcome's unit, from the least value of the input in the design to the greatest.
struct MorrisEffect {
    Estimate size;    ///< mean of absolute effects (mu star)
    Estimate mean;    ///< mu
    Estimate spread;  ///< standard deviation (sigma)
};

/// By input. `moves`: those of the design (design::morris_moves); `outcome`: one number a row.
/// std::invalid_argument if there are not as many as the design has rows.
std::vector<MorrisEffect> morris_effects(std::span<const design::Move> moves, std::size_t inputs,
                                         std::span<const double> outcome, const Resampling& how);

}  // namespace forestall::sensitivity
