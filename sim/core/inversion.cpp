// SPDX-License-Identifier: Apache-2.0
#include "core/inversion.hpp"

namespace forestall::sample::detail {
namespace {

/// Above this standard deviation the expansion alone errs by less than the tail sum would.
constexpr double kSumsUpTo = 1000;

/// Cornish-Fisher expansion up to the third order in 1/sd (Cornish & Fisher 1937; Hill & Davis
/// 1968), in units of sd.
double cornish_fisher(double w, double g3, double g4, double g5) {
    const double w2 = w * w;
    const double first = g3 * (w2 - 1) / 6;
    const double second = w * (g4 * (w2 - 3) / 24 - g3 * g3 * (2 * w2 - 5) / 36);
    const double third = g5 * ((w2 - 6) * w2 + 3) / 120 - g3 * g4 * ((w2 - 5) * w2 + 2) / 24 +
                         g3 * g3 * g3 * ((12 * w2 - 53) * w2 + 17) / 324;
    return w + first + second + third;
}

/// Bound of what the expansion leaves out, in persons; calibrated in tests/core/inversion_test.cpp.
double remainder_bound(double w, double sd) {
    const double a = std::fabs(w);
    const double a2 = a * a;
    const double next = (70 * a2 * a2 * a + 256 * a2 * a + 433 * a + 400) / 38880;
    return next * (1 + (1 + a) / sd) / (sd * sd * sd) + 1e-15 * sd * (1 + a);
}

}  // namespace

LatticeGuess lattice_guess(const Cumulants& c, double w) {
    // A lattice law with a uniform of width 1 taken off has its jumps on a smooth law (Sheppard's
    // corrections).
    const double variance = c.variance - 1.0 / 12;
    const double sd = std::sqrt(variance);
    const double ratio = c.variance / variance;
    const double g3 = c.third * ratio / sd;
    const double g4 = (c.fourth * ratio + 1.0 / 120 / variance) / variance;
    const double g5 = c.fifth * ratio / (variance * sd);
    const double jump = c.fraction + sd * cornish_fisher(w, g3, g4, g5) - 0.5;
    const double nearest = std::floor(jump + 0.5);
    const bool settled = sd > kSumsUpTo || std::fabs(jump - nearest) > remainder_bound(w, sd);
    return {c.base + static_cast<Persons>(nearest), c.base + static_cast<Persons>(std::ceil(jump)),
            settled};
}

}  // namespace forestall::sample::detail
