// SPDX-License-Identifier: Apache-2.0
// Rule: the interval of a mean is mean ± c · sd/√n, where c is the 95 % quantile of |t*| over joint
// resamples; for a family of means c is that of the largest |t*| of the family, so that all its
// intervals hold together (max-t). With studentised, symmetric resampling the intervals keep their
// level on data that are mostly zero and heavy-tailed, where normal intervals do not
// (docs/methods/comparison.md has the figures).
// Source: Hall 1988 (symmetric bootstrap-t); Westfall & Young 1993 and Romano & Wolf 2005 (max-t).
#pragma once
#include <span>

#include "analysis/comparison/figure.hpp"
#include "analysis/comparison/resampling.hpp"

namespace forestall::comparison {

struct Means {
    std::vector<Figure> figures;       ///< per column
    std::vector<double> critical;      ///< c, per column; equal ones for a family
    std::vector<std::size_t> nonzero;  ///< members whose value is not 0, per column
};

/// Intervals that all hold together with probability `plan.level`. A column that does not vary has
/// an interval of no width: what never happened in n members may still happen in up to about 3/n of
/// all (Hanley & Lippman-Hand 1983).
Means simultaneous_means(const Columns& columns, const Plan& plan);
/// The same of contrasts of columns, which are never all in memory.
Means simultaneous_means(const Columns& columns, std::span<const Contrast> contrasts,
                         const Plan& plan);
/// Intervals that hold one by one.
Means separate_means(const Columns& columns, const Plan& plan);

/// Quantile (level, rounded up to the next order statistic) of simulated values of a statistic; not
/// defined without values, or if one is not a number.
double critical_value(std::vector<double> simulated, double level);

}  // namespace forestall::comparison
