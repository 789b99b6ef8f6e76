// SPDX-License-Identifier: Apache-2.0
// Rule: an assumption matters to the advice as far as the difference that an option makes goes up
// or down with it: Spearman's rank correlation, over members, of the parameter's drawn value with
// the paired difference. Several hundred parameters give large correlations by chance; the
// threshold is that of the largest of them.
// Source: Spearman 1904; Fisher's z with the variance of ranks, Bonett & Wright 2000; Šidák 1967.
#pragma once
#include <vector>

#include "analysis/report/findings.hpp"

namespace forestall::report {

/// Ranks from 1, ties sharing their mean.
std::vector<double> ranks(const std::vector<double>& values);
/// 0 where either does not vary.
double rank_correlation(const std::vector<double>& x, const std::vector<double>& y);

/// `drawn`: dims member, parameter. Strongest first; parameters that do not vary last, in their
/// order.
std::vector<Influence> influences(const std::vector<double>& drawn, std::size_t parameters,
                                  const std::vector<double>& difference);

/// |correlation| that none of `tests` unrelated parameters exceeds with probability 0.95; 1 for
/// fewer than 4 members.
double chance_correlation(std::size_t members, std::size_t tests);

}  // namespace forestall::report
