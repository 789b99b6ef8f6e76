// SPDX-License-Identifier: Apache-2.0
// Rule: a person joins once the share of people seen to have joined reaches his threshold. Reads:
// visible share. Writes: nothing. Source: Granovetter 1978, r(t+1) = F[r(t)]
// (docs/mechanisms/cascade.md).
#pragma once
#include "core/math.hpp"

namespace forestall::rules {

/// F(r): share of people whose threshold, Normal(mean, sd), is at most the visible share r; in
/// [0,1]. sd > 0. Shares and thresholds in any one unit.
inline double joined_share(double visible, double mean, double sd) {
    constexpr double root_half = 0.70710678118654752440;
    return 0.5 * math::erfc((mean - visible) / sd * root_half);
}

}  // namespace forestall::rules
