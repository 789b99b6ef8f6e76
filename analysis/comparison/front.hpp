// SPDX-License-Identifier: Apache-2.0
// Rule: an option is on the front if no other is at least as good in the means of all objectives
// and better in one. Means are known from so many members only, so that each option has a chance of
// being there: its share of joint resamples. Reads columns where less is better. Source: Pareto
// dominance; Keeney & Raiffa 1976, ch. 3.
#pragma once
#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

struct Front {
    std::vector<std::vector<std::size_t>>
        beaten_by;               ///< per option: the others that dominate it; empty: on the front
    std::vector<Figure> chance;  ///< per option: share of resamples in which it is on the front
};

/// `objectives`: [objective][option][member]. Options that are equal in all means do not dominate
/// each other.
Front front_of(const std::vector<Columns>& objectives, const Plan& plan);

}  // namespace forestall::comparison
