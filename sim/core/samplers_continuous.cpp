// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "core/math.hpp"
#include "core/samplers.hpp"

namespace forestall::sample {
namespace {

using Coefficients = std::array<double, 8>;

/// Ratio of two polynomials of degree 7, lowest power first.
double rational(const Coefficients& above, const Coefficients& below, double x) {
    double a = above[7];
    double b = below[7];
    for (std::size_t i = 7; i-- > 0;) {
        a = a * x + above[i];
        b = b * x + below[i];
    }
    return a / b;
}

// Wichura (1988), algorithm AS 241, PPND16.
constexpr Coefficients kCentreAbove = {3.3871328727963666080e0, 1.3314166789178437745e2,
                                       1.9715909503065514427e3, 1.3731693765509461125e4,
                                       4.5921953931549871457e4, 6.7265770927008700853e4,
                                       3.3430575583588128105e4, 2.5090809287301226727e3};
constexpr Coefficients kCentreBelow = {1.0,
                                       4.2313330701600911252e1,
                                       6.8718700749205790830e2,
                                       5.3941960214247511077e3,
                                       2.1213794301586595867e4,
                                       3.9307895800092710610e4,
                                       2.8729085735721942674e4,
                                       5.2264952788528545610e3};
constexpr Coefficients kMiddleAbove = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                       5.76949722146069140550e0,  3.64784832476320460504e0,
                                       1.27045825245236838258e0,  2.41780725177450611770e-1,
                                       2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr Coefficients kMiddleBelow = {1.0,
                                       2.05319162663775882187e0,
                                       1.67638483018380384940e0,
                                       6.89767334985100004550e-1,
                                       1.48103976427480074590e-1,
                                       1.51986665636164571966e-2,
                                       5.47593808499534494600e-4,
                                       1.05075007164441684324e-9};
constexpr Coefficients kFarAbove = {6.65790464350110377720e0,  5.46378491116411436990e0,
                                    1.78482653991729133580e0,  2.96560571828504891230e-1,
                                    2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                    2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr Coefficients kFarBelow = {1.0,
                                    5.99832206555887937690e-1,
                                    1.36929880922735805310e-1,
                                    1.48753612908506148525e-2,
                                    7.86869131145613259100e-4,
                                    1.84631831751005468180e-5,
                                    1.42151175831644588870e-7,
                                    2.04426310338993978564e-15};

/// x with survival (x / minimum)^-(exponent - 1), cut at maximum.
double power_law(double u, double exponent, double minimum, double maximum) {
    const double shape = exponent - 1;
    const double kept = -math::expm1(-shape * math::log(maximum / minimum));
    const double x = minimum * math::exp(-math::log1p(-u * kept) / shape);
    return std::clamp(x, minimum, maximum);
}

}  // namespace

double normal(double u) {
    const double q = u - 0.5;
    if (std::fabs(q) <= 0.425) return q * rational(kCentreAbove, kCentreBelow, 0.180625 - q * q);
    const double r = std::sqrt(-math::log(q < 0 ? u : 1 - u));
    const double x = r <= 5 ? rational(kMiddleAbove, kMiddleBelow, r - 1.6)
                            : rational(kFarAbove, kFarBelow, r - 5);
    return q < 0 ? -x : x;
}

double exponential(double u, double rate) { return -math::log1p(-u) / rate; }

double pareto(double u, double exponent, double minimum, double maximum) {
    return power_law(u, exponent, minimum, maximum);
}

Persons discrete_pareto(double u, double exponent, Persons minimum, Persons maximum) {
    const double x = power_law(u, exponent, static_cast<double>(minimum) - 0.5,
                               static_cast<double>(maximum) + 0.5);
    return std::clamp(static_cast<Persons>(std::floor(x + 0.5)), minimum, maximum);
}

}  // namespace forestall::sample
