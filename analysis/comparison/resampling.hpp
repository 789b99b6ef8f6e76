// SPDX-License-Identifier: Apache-2.0
// Rule: a resample draws as many members as there are, with replacement, and takes all columns of a drawn member
// together, so that what the options of one member share stays shared. Reads columns; writes nothing.
// Source: Efron & Tibshirani 1993, ch. 8; Westfall & Young 1993 for the joint resampling of correlated tests.
#pragma once
#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

/// Per column and resample: mean, and variance (divisor n).
struct Resamples {
    Columns mean;      ///< [column][replicate]
    Columns variance;  ///< [column][replicate]
};

/// Throws std::invalid_argument without columns or members, or if columns differ in length.
Resamples resample(const Columns& columns, const Plan& plan);

double mean_of(const std::vector<double>& values);
/// Divisor n - 1; 0 for fewer than two values.
double variance_of(const std::vector<double>& values);
/// The q-th quantile, 0 <= q <= 1, linear between order statistics; sorts its copy.
double quantile_of(std::vector<double> values, double q);

}  // namespace forestall::comparison
