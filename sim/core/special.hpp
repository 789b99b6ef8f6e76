// SPDX-License-Identifier: Apache-2.0
// Special functions built on core/math.hpp, so with the same bits on every CPU. Errors in
// docs/methods/samplers.md.
#pragma once

namespace forestall::math {

/// log(1 + v) - v without cancellation, v > -1.
double log1p_minus(double v);

/// What Stirling's formula leaves out of a factorial: ln m! - (m + 1/2) ln m + m - ln(2 pi)/2, for
/// m = 1, 2, 3, …
double stirling_error(double m);

/// Regularised incomplete beta function I_x(a, b); a, b in [1e-3, 1e6], x in [0, 1]. Absolute error
/// below 1e-13 for a + b <= 1000 and below 1e-12 elsewhere.
double incomplete_beta(double a, double b, double x);

/// n * p as an unevaluated sum of two doubles, exact (Dekker 1971).
struct ExactProduct {
    double high;
    double low;
};
ExactProduct exact_product(double n, double p);

}  // namespace forestall::math
