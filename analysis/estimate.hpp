// SPDX-License-Identifier: Apache-2.0
// An estimate with its 95 % interval, and the ways to one: over members, by resampling what was
// measured, and of a share.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace forestall::analysis {

inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// NaN where something cannot be known.
struct Estimate {
    double value = 0;
    double lo = 0;
    double hi = 0;
};

/// Mean and the central 95 % of values (quantiles by linear interpolation); NaN values are left
/// out, NaN if none stay.
Estimate estimate(std::vector<double> values);

/// The statistic of all n items, and the central 95 % of it over `resamples` draws of n items with
/// replacement (Efron's percentile bootstrap). `statistic` gets indices below n. Same seed, same
/// interval; 0 resamples: no interval (NaN).
Estimate bootstrap(std::size_t n, int resamples, std::uint64_t seed,
                   const std::function<double(std::span<const std::size_t>)>& statistic);

/// Share k of n with Wilson's 95 % interval; NaN of none.
Estimate share(double k, double n);

}  // namespace forestall::analysis
