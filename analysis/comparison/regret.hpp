// SPDX-License-Identifier: Apache-2.0
// Rule: regret is what an option costs in outcome against the best choice. Against the best of each
// member, which nobody could have known beforehand, its mean is the price of not knowing; against
// the option with the least mean it is what a planner gives up by not taking that one. Reads
// outcomes where less is better.
// Source: Savage 1951.
#pragma once
#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

/// [option][member]: outcome less the least of the member.
Columns member_regrets(const Columns& outcomes);

/// Mean regret per option, intervals one by one, none below 0.
std::vector<Figure> regrets(const Columns& outcomes, const Plan& plan);
/// Per option: its mean less the least mean.
std::vector<double> regrets_of_means(const Columns& outcomes);

}  // namespace forestall::comparison
