// SPDX-License-Identifier: Apache-2.0
// Rule: what the same luck under every option saves: the variance that a difference of means would
// have with luck of its own for each option, over the variance that it has: (var x + var y) / var(x
// - y). Independent seeds would need so many times the members for the same standard error.
// Interval: 2.5 % and 97.5 % of joint resamples.
// Source: Glasserman & Yao 1992 for common random numbers.
#pragma once
#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

/// Per option against the baseline; not defined where the difference never varies, and for the
/// baseline.
std::vector<Figure> variance_reductions(const Columns& outcomes, std::size_t baseline,
                                        const Plan& plan);

}  // namespace forestall::comparison
