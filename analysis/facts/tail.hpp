// SPDX-License-Identifier: Apache-2.0
// How heavy the tail of event sizes is: P(size = x) ~ x^-exponent for x >= xmin, fitted by maximum
// likelihood with xmin where the Kolmogorov-Smirnov distance is least. Source: Clauset, Shalizi &
// Newman 2009, SIAM Review 51:661-703, for whole numbers (their eq. 3.4 to 3.9); contest with the
// lognormal by Vuong 1989.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

#include "analysis/estimate.hpp"

namespace forestall::analysis {

/// Σ_{k>=0} (k + q)^-s for s > 1, q >= 1; relative error below 1e-12 for s in [1.01, 10].
double hurwitz_zeta(double s, double q);

struct TailFit {
    double exponent = unknown;  ///< NaN: fewer than `least` sizes
    std::int64_t xmin = 0;
    std::size_t events = 0;  ///< sizes >= xmin
    double ks = unknown;     ///< largest distance of the two distribution functions above xmin
};

/// Sizes below 1 are left out. Only xmin that keep at least `least` sizes are tried; exponents from
/// 1.01 to 8.
TailFit fit_tail(std::span<const std::int64_t> sizes, std::size_t least = 50);
/// With the interval of `resamples` bootstraps, xmin chosen anew in each.
Estimate tail_exponent(std::span<const std::int64_t> sizes, int resamples, std::uint64_t seed,
                       std::size_t least = 50);

/// Power law against a discretised lognormal, both above the fit's xmin.
struct TailContest {
    double log_ratio = unknown;  ///< log-likelihood of the power law less that of the lognormal
    double z = unknown;  ///< the same in its standard deviations; positive favours the power law
    double p = unknown;  ///< two-sided; large: the data cannot tell them apart
};
TailContest against_lognormal(std::span<const std::int64_t> sizes, const TailFit& fit);

}  // namespace forestall::analysis
