// SPDX-License-Identifier: Apache-2.0
// How leaderships differ: most are much alike, a few far from the rest. The Laplace law of standard
// deviation 1, by its quantile; with its exponential tails a change of circumstances by a log-odd
// multiplies what a country's rare killers do by a like factor wherever it stands. Source: form by
// judgement; docs/mechanisms/turnover.md
#pragma once
#include "core/math.hpp"

namespace forestall {

/// Of a uniform in (0,1), in standard deviations.
inline double drawn_temper(double u) {
    constexpr double root_half = 0.70710678118654752440;
    return root_half * (u < 0.5 ? math::log(2 * u) : -math::log(2 * (1 - u)));
}

}  // namespace forestall
