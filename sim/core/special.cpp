// SPDX-License-Identifier: Apache-2.0
#include "core/special.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "core/math.hpp"

namespace forestall::math {
namespace {

/// stirling_error(m) for m = 1 … 16.
constexpr std::array<double, 16> kStirlingError = {
    0.08106146679532725822,  0.04134069595540929409,  0.02767792568499833915,
    0.02079067210376509311,  0.01664469118982119216,  0.013876128823070748,
    0.0118967099458917701,   0.0104112652619720965,   0.009255462182712732918,
    0.008330563433362871256, 0.007573675487951840795, 0.006942840107209529866,
    0.006408994188004207068, 0.005951370112758847736, 0.005554733551962801371,
    0.005207655919609640441,
};

/// Stirling's series, truncation error below 2e-17 from x = 16 on.
double stirling_series(double x) {
    const double r = 1 / x;
    const double s = r * r;
    return r * (1.0 / 12 -
                s * (1.0 / 360 - s * (1.0 / 1260 -
                                      s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360))))));
}

constexpr double kHalfLogTwoPi = 0.91893853320467274178;

/// ln Gamma(x) - (x - 1/2) ln x + x - ln(2 pi)/2 for real x > 0.
double gamma_correction(double x) {
    if (x >= 16) return stirling_series(x);
    return lgamma(x) - ((x - 0.5) * log(x) - x + kHalfLogTwoPi);
}

/// log1p_minus(v), with 1 + v given for where v is near -1.
double log_minus(double v, double one_plus_v) {
    return v < -0.5 ? log(one_plus_v) - v : log1p_minus(v);
}

/// x^a (1-x)^b / B(a,b); d = (a + b) * (x - mean). Written with deviations from the mean a/(a+b),
/// so that large a and b lose no digits.
double beta_prefactor(double a, double b, double x, double d) {
    const double s = a + b;
    const double exponent = a * log_minus(d / a, x * s / a) +
                            b * log_minus(-d / b, (1 - x) * s / b) + gamma_correction(s) -
                            gamma_correction(a) - gamma_correction(b);
    return exp(exponent) * std::sqrt(a / s * b) * 0.39894228040143267794;
}

/// Continued fraction of I_x(a,b) under its prefactor (DiDonato & Morris 1992, eq. 9, without
/// cancellation for x up to the mean; above_mean = (a + b) * (x - mean)), by Lentz's method.
double beta_fraction(double a, double b, double x, double above_mean) {
    constexpr double tiny = 1e-300;
    const auto guarded = [](double value) { return std::fabs(value) < tiny ? tiny : value; };
    double fraction = guarded(a * (1 - above_mean) / (a + 1));
    double c = fraction;
    double d = 0;
    for (int m = 1; m <= 20000; ++m) {
        const double k = m;
        const double middle = a + 2 * k - 1;
        const double numerator =
            (a + k - 1) / middle * (a + b + k - 1) / middle * k * (b - k) * x * x;
        const double term = k + k * (b - k) * x / middle +
                            (a + k) * (1 - above_mean + k * (2 - x)) / (a + 2 * k + 1);
        d = 1 / guarded(term + numerator * d);
        c = guarded(term + numerator / c);
        fraction *= d * c;
        if (std::fabs(d * c - 1) < 4e-16) break;
    }
    return fraction;
}

}  // namespace

double log1p_minus(double v) {
    if (std::fabs(v) > 0.2) return log1p(v) - v;
    // log1p(v) = 2 atanh(s) with s = v / (2 + v), and v = 2s / (1 - s).
    const double s = v / (2 + v);
    const double q = s * s;
    const double series =
        1.0 / 3 +
        q * (1.0 / 5 +
             q * (1.0 / 7 +
                  q * (1.0 / 9 + q * (1.0 / 11 + q * (1.0 / 13 + q * (1.0 / 15 + q / 17))))));
    return 2 * s * q * series - v * s;
}

double stirling_error(double m) {
    if (m <= 16) return kStirlingError[static_cast<std::size_t>(m) - 1];
    return stirling_series(m);
}

double incomplete_beta(double a, double b, double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double d = x * b - (1 - x) * a;
    const double front = beta_prefactor(a, b, x, d);
    if (d < 0) return front / beta_fraction(a, b, x, d);
    return 1 - front / beta_fraction(b, a, 1 - x, -d);
}

ExactProduct exact_product(double n, double p) {
    constexpr double splitter = 134217729.0;  // 2^27 + 1
    const double n_big = splitter * n;
    const double n_high = n_big - (n_big - n);
    const double n_low = n - n_high;
    const double p_big = splitter * p;
    const double p_high = p_big - (p_big - p);
    const double p_low = p - p_high;
    const double product = n * p;
    const double rest =
        ((n_high * p_high - product) + n_high * p_low + n_low * p_high) + n_low * p_low;
    return {product, rest};
}

}  // namespace forestall::math
