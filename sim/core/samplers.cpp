// SPDX-License-Identifier: Apache-2.0
#include "core/samplers.hpp"

#include <algorithm>
#include <cmath>

#include "core/inversion.hpp"
#include "core/laws.hpp"
#include "core/math.hpp"
#include "core/special.hpp"

namespace forestall::sample {
namespace {

/// log(1 - p): the series where six terms of it are enough.
double log_complement(double p) {
    if (p > 0x1.0p-9) return math::log1p(-p);
    const double p2 = p * p;
    return -p - p2 * ((0.5 + p / 3) + p2 * ((0.25 + p / 5) + p2 / 6));
}

/// What chopping down a binomial needs, and no more.
struct BinomialChop {
    Persons n;
    double odds;
    double rough_mean;
    Persons high() const { return n; }
    double mean() const { return rough_mean; }
    double up(Persons k) const {
        return odds * static_cast<double>(n - k) / static_cast<double>(k + 1);
    }
};

/// Binomial with p <= 1/2 at a target; `w` of the target is computed only where it is needed.
Persons binomial_half(const detail::Target& t, Persons n, double p) {
    const auto trials = static_cast<double>(n);
    const double rough_mean = trials * p;
    if (t.lower <= 1 - rough_mean) return 0;  // P(X = 0) >= 1 - np
    if (rough_mean < detail::kChopBelow) {
        return detail::chop_down(BinomialChop{n, p / (1 - p), rough_mean},
                                 math::exp(trials * log_complement(p)), t);
    }
    const detail::BinomialLaw law(n, p);
    const double w = t.lower < 0.5 ? normal(t.lower) : -normal(t.upper);
    return std::clamp<Persons>(detail::invert(law, law.cumulants(), w, t), 0, n);
}

}  // namespace

Persons binomial(double u, Persons n, double p) {
    if (n <= 0 || !(p > 0)) return 0;
    if (p >= 1) return n;
    if (p <= 0.5) return binomial_half(detail::target(u), n, p);
    return n - binomial_half(detail::mirrored(u), n, 1 - p);
}

Persons poisson(double u, double mean) {
    if (!(mean > 0)) return 0;
    const detail::Target t = detail::target(u);
    if (u <= 1 - mean) return 0;
    const detail::PoissonLaw law(mean);
    if (mean < detail::kChopBelow) return detail::chop_down(law, math::exp(-mean), t);
    const double w = u < 0.5 ? normal(u) : -normal(t.upper);
    return std::max<Persons>(detail::invert(law, law.cumulants(), w, t), 0);
}

Persons geometric(double u, double p) {
    constexpr Persons never = Persons{1} << 62;
    if (!(p > 0)) return never;
    if (p >= 1) return 0;
    const double failures = std::ceil(math::log1p(-u) / math::log1p(-p)) - 1;
    return failures < static_cast<double>(never)
               ? std::max<Persons>(0, static_cast<Persons>(failures))
               : never;
}

std::size_t categorical(double u, std::span<const double> weights) {
    double total = 0;
    for (const double weight : weights) total += weight;
    const double target = u * total;
    double running = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!(weights[i] > 0)) continue;
        running += weights[i];
        last = i;
        if (running >= target) break;
    }
    return last;
}

}  // namespace forestall::sample
