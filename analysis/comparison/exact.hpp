// SPDX-License-Identifier: Apache-2.0
// Rule: intervals of shares that hold for small numbers and far out in the tails, where a family of
// many intervals needs them: exact limits of one share, order statistics of a quantile, and the
// score interval of a difference of paired shares.
// Source: Clopper & Pearson 1934; Conover 1999, ch. 3.2 for quantiles; Tango 1998 for paired
// shares.
#pragma once
#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

/// Limits of a share of which k of n were seen, each wrong with probability `alpha` at most.
double exact_lower(std::size_t k, std::size_t n, double alpha);
double exact_upper(std::size_t k, std::size_t n, double alpha);
/// k of n with both limits, wrong together with probability `alpha` at most.
Figure exact_share(std::size_t k, std::size_t n, double alpha);

/// The q-th quantile of what the values were drawn from, at least so many values below: an order
/// statistic, between two others. Where there are too few values for a limit it is not defined.
Figure exact_quantile(std::vector<double> values, double q, double alpha);

/// Share of pairs in which only the first happened less that in which only the second did.
Figure paired_shares(std::size_t only_first, std::size_t only_second, std::size_t n, double alpha);

}  // namespace forestall::comparison
