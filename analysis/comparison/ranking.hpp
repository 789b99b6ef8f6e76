// SPDX-License-Identifier: Apache-2.0
// Rule: how often an option is the best, and how often worse than doing nothing, member by member.
// That says nothing of means. Reads outcomes where less is better.
// Source: intervals of shares after Wilson 1927. A share of a tie is at most as variable as a whole
// one, so that these are conservative.
#pragma once
#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

/// 95 % interval of a share `value` of `n` trials.
Figure wilson(double value, std::size_t n);

/// Per option: share of members in which it has the least outcome; k options that tie have 1/k
/// each.
std::vector<Figure> chance_of_best(const Columns& outcomes);
/// Per option: share of members in which its outcome is larger than the baseline's. 0 for the
/// baseline.
std::vector<Figure> chance_of_worse(const Columns& outcomes, std::size_t baseline);

}  // namespace forestall::comparison
