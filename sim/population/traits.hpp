// SPDX-License-Identifier: Apache-2.0
// Traits of a civilian: hardship H and risk aversion R, uniform on (0,1) and independent (Epstein
// 2002), in equal bins. A trait bin is one number; its midpoints are what the rules see. Both
// representations use the same bins.
#pragma once
#include <cstddef>

namespace forestall {

inline constexpr std::size_t hardship_levels = 4;
inline constexpr std::size_t risk_levels = 4;
inline constexpr std::size_t trait_bins = hardship_levels * risk_levels;

struct Traits {
    double hardship;       ///< (0,1)
    double risk_aversion;  ///< (0,1)
};

/// Midpoints of a bin in [0, trait_bins).
constexpr Traits traits_of(std::size_t bin) {
    const std::size_t level = bin / risk_levels;
    return {(static_cast<double>(level) + 0.5) / hardship_levels,
            (static_cast<double>(bin % risk_levels) + 0.5) / risk_levels};
}

}  // namespace forestall
