// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <span>

namespace forestall::analysis {

/// The q-th quantile, 0 <= q <= 1, linear between order statistics. `sorted`: ascending, at least
/// one, all of them numbers.
inline double quantile_of_sorted(std::span<const double> sorted, double q) {
    const double at = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace forestall::analysis
