// SPDX-License-Identifier: Apache-2.0
// Elementary functions that give the same bits on every CPU: SLEEF's deterministic scalar versions
// without FMA (docs/adr/0003). Model rooms call these and never <cmath>'s exp/log/pow, which
// dispatch on the CPU in glibc. sqrt, floor, fabs and the four operations are exact by IEEE 754 and
// may be used directly.
#pragma once
#include <sleef.h>

#include <cstddef>
#include <span>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace forestall::math {

#ifdef __SSE2__
// The same bits from SLEEF's vector form, which is quicker even for one number.
inline double exp(double x) { return _mm_cvtsd_f64(Sleef_cinz_expd2_u10sse2(_mm_set1_pd(x))); }
inline double expm1(double x) { return _mm_cvtsd_f64(Sleef_cinz_expm1d2_u10sse2(_mm_set1_pd(x))); }
/// exp of both, in the time of one; the same bits as one by one.
inline void exp_both(double& x, double& y) {
    const __m128d both = Sleef_cinz_expd2_u10sse2(_mm_set_pd(y, x));
    x = _mm_cvtsd_f64(both);
    y = _mm_cvtsd_f64(_mm_unpackhi_pd(both, both));
}
#else
inline double exp(double x) { return Sleef_cinz_expd1_u10purec(x); }
inline double expm1(double x) { return Sleef_cinz_expm1d1_u10purec(x); }
inline void exp_both(double& x, double& y) {
    x = exp(x);
    y = exp(y);
}
#endif
/// exp of each, in place.
inline void exp_all(std::span<double> xs) {
    std::size_t i = 0;
    for (; i + 1 < xs.size(); i += 2) exp_both(xs[i], xs[i + 1]);
    if (i < xs.size()) xs[i] = exp(xs[i]);
}
inline double log(double x) { return Sleef_cinz_logd1_u10purec(x); }
inline double log1p(double x) { return Sleef_cinz_log1pd1_u10purec(x); }
inline double pow(double x, double y) { return Sleef_cinz_powd1_u10purec(x, y); }
inline double erfc(double x) { return Sleef_cinz_erfcd1_u15purec(x); }
inline double lgamma(double x) { return Sleef_cinz_lgammad1_u10purec(x); }

/// The only way a rate becomes a chance: 1 - exp(-rate * time).
/// Where that is small, seven terms of the series have its every digit, and are quicker.
inline double chance(double rate_per_day, double days) {
    const double x = rate_per_day * days;
    if (x < 0 || x >= 0x1.0p-6) return -expm1(-x);
    double sum = 1 - x * (1.0 / 7);
    sum = 1 - x * (1.0 / 6) * sum;
    sum = 1 - x * (1.0 / 5) * sum;
    sum = 1 - x * (1.0 / 4) * sum;
    sum = 1 - x * (1.0 / 3) * sum;
    return x * (1 - x * (1.0 / 2) * sum);
}

}  // namespace forestall::math
