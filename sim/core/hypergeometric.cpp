// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/inversion.hpp"
#include "core/laws.hpp"
#include "core/samplers.hpp"

namespace forestall::sample {
namespace {

using detail::Cumulants;
using detail::PoissonTerm;

/// Marked among `drawn`, both at most half of the population (the other cases are mirror images).
class HypergeometricLaw {
public:
    HypergeometricLaw(Persons marked, Persons drawn, Persons all)
        : marked_(marked), drawn_(drawn), rest_(all - marked - drawn), all_(static_cast<double>(all)) {
        __extension__ using Wide = __int128;
        const Wide product = static_cast<Wide>(marked) * drawn;
        base_ = static_cast<Persons>(product / all);
        fraction_ = static_cast<double>(static_cast<Persons>(product % all)) / all_;
    }
    Persons low() const { return 0; }
    Persons high() const { return std::min(marked_, drawn_); }
    double mean() const { return static_cast<double>(base_) + fraction_; }
    double up(Persons k) const {
        return static_cast<double>(marked_ - k) * static_cast<double>(drawn_ - k) /
               (static_cast<double>(k + 1) * static_cast<double>(rest_ + k + 1));
    }
    double down(Persons k) const {
        return static_cast<double>(k) * static_cast<double>(rest_ + k) /
               (static_cast<double>(marked_ - k + 1) * static_cast<double>(drawn_ - k + 1));
    }
    /// A ratio of nine Poisson probabilities: the 2 x 2 table, its margins and its sum.
    double pmf(Persons k) const {
        const double d = static_cast<double>(k - base_) - fraction_;
        const auto cell = [&](Persons m, double deviation) {
            return detail::poisson_term(static_cast<double>(m), deviation);
        };
        const PoissonTerm inside[] = {cell(k, d), cell(marked_ - k, -d), cell(drawn_ - k, -d), cell(rest_ + k, d)};
        const auto marked = static_cast<double>(marked_);
        const auto drawn = static_cast<double>(drawn_);
        const PoissonTerm margins[] = {detail::poisson_term(marked, 0), detail::poisson_term(all_ - marked, 0),
                                       detail::poisson_term(drawn, 0), detail::poisson_term(all_ - drawn, 0)};
        const PoissonTerm sum = detail::poisson_term(all_, 0);
        double exponent = sum.exponent;
        double root = 1 / sum.root;
        for (std::size_t i = 0; i < 4; ++i) {
            exponent += inside[i].exponent - margins[i].exponent;
            root *= margins[i].root / inside[i].root;
        }
        return math::exp(exponent) * std::sqrt(root);
    }
    /// pmf(0); by plain multiplication if that is short.
    double pmf0() const {
        const auto [few, many] = std::minmax(marked_, drawn_);
        if (few > 24) return pmf(0);
        const double scale = 1 / all_;  // keeps the products in range
        double above = 1;
        double below = 1;
        for (Persons i = 0; i < few; ++i) {
            above *= (all_ - static_cast<double>(many + i)) * scale;
            below *= (all_ - static_cast<double>(i)) * scale;
        }
        return above / below;
    }
    /// The fifth one only to leading order in 1/population, which is the order of the expansion.
    Cumulants cumulants() const {
        const double a = static_cast<double>(marked_) / all_;
        const double b = static_cast<double>(drawn_) / all_;
        const double aa = a * (1 - a);
        const double bb = b * (1 - b);
        const double skew = (1 - 2 * a) * (1 - 2 * b);
        const double n = all_;
        const double variance = aa * bb * n * (n / (n - 1));
        const double fourth = ((n + 1) / n - 6 * aa - 6 * bb) * (n / (n - 2)) * (n / (n - 3)) +
                              6 * aa * bb * (5 - 6 / n) * (n / (n - 1)) * (n / (n - 2)) * (n / (n - 3));
        const double fifth = skew * (1 - 12 * aa - 12 * bb + 84 * aa * bb);
        return {base_, fraction_, variance, skew * (n / (n - 2)), fourth, fifth};
    }

private:
    Persons marked_;
    Persons drawn_;
    Persons rest_;  ///< neither marked nor drawn, if no marked one is drawn
    double all_;
    Persons base_;
    double fraction_;
};

Persons hypergeometric_half(const detail::Target& t, Persons marked, Persons drawn, Persons all) {
    if (marked == 0 || drawn == 0) return 0;
    const HypergeometricLaw law(marked, drawn, all);
    const double mean = law.mean();
    if (t.lower <= 1 - mean) return 0;  // P(X = 0) >= 1 - mean
    if (mean < detail::kChopBelow) return detail::chop_down(law, law.pmf0(), t);
    const double w = t.lower < 0.5 ? normal(t.lower) : -normal(t.upper);
    return std::clamp<Persons>(detail::invert(law, law.cumulants(), w, t), 0, law.high());
}

}  // namespace

Persons hypergeometric(double u, Persons marked, Persons unmarked, Persons drawn) {
    if (marked <= 0 || drawn <= 0) return 0;
    if (unmarked <= 0) return std::min(marked, drawn);
    const Persons all = marked + unmarked;
    if (drawn >= all) return marked;
    const bool many_marked = marked > unmarked;
    const bool many_drawn = drawn > all - drawn;
    const Persons m = many_marked ? unmarked : marked;
    const Persons d = many_drawn ? all - drawn : drawn;
    // With the unmarked counted, X = d - Y; with the ones left counted, X = marked - Y. One swap turns the law round.
    const detail::Target t = many_marked != many_drawn ? detail::mirrored(u) : detail::target(u);
    const Persons y = hypergeometric_half(t, m, d, all);
    if (many_marked && many_drawn) return marked - (all - drawn) + y;
    if (many_marked) return drawn - y;
    return many_drawn ? marked - y : y;
}

}  // namespace forestall::sample
