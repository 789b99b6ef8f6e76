// SPDX-License-Identifier: Apache-2.0
// Rule: the conditional value at risk is the mean outcome of the worst tenth of members: q +
// mean(max(0, x - q)) / 0.1 with q the 90 % quantile. It is least in q there, so an error of q
// counts only to second order and the interval is that of a mean with q held. Reads outcomes where
// less is better.
// Source: Rockafellar & Uryasev 2000.
#pragma once
#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

inline constexpr double worst_share = 0.1;

/// Below, the worst tenth is one member at most, and nothing tells how far off that is.
inline constexpr std::size_t fewest_for_worst_tenth = 20;

/// Per option, intervals one by one; not defined for fewer members.
std::vector<Figure> worst_tenth(const Columns& outcomes, const Plan& plan);

}  // namespace forestall::comparison
