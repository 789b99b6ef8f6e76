// SPDX-License-Identifier: Apache-2.0
// The integer laws that core/inversion.hpp inverts: point probabilities by saddle-point expansion
// (Loader 2000), ratios of neighbours, cumulants.
#pragma once
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/inversion.hpp"
#include "core/math.hpp"
#include "core/special.hpp"

namespace forestall::sample::detail {

inline constexpr double kTwoPi = 6.283185307179586477;

/// A Poisson probability of m at mean m - d is exp(exponent) / sqrt(root): products of these make
/// all the laws.
struct PoissonTerm {
    double exponent;
    double root;
};
inline PoissonTerm poisson_term(double m, double d) {
    if (m <= 0) return {d, 1};
    return {m * math::log1p_minus(-d / m) - math::stirling_error(m), kTwoPi * m};
}

class PoissonLaw {
public:
    explicit PoissonLaw(double mean) : mean_(mean) {}
    Persons low() const { return 0; }
    Persons high() const { return Persons{1} << 62; }
    double mean() const { return mean_; }
    double up(Persons k) const { return mean_ / static_cast<double>(k + 1); }
    double down(Persons k) const { return static_cast<double>(k) / mean_; }
    double pmf(Persons k) const {
        const auto m = static_cast<double>(k);
        const PoissonTerm term = poisson_term(m, m - mean_);
        return math::exp(term.exponent) / std::sqrt(term.root);
    }
    Cumulants cumulants() const {
        const double base = std::floor(mean_);
        return {static_cast<Persons>(base), mean_ - base, mean_, 1, 1, 1};
    }

private:
    double mean_;
};

/// For p in (0, 1/2].
class BinomialLaw {
public:
    BinomialLaw(Persons n, double p)
        : n_(n), p_(p), odds_(p / (1 - p)), mean_(math::exact_product(static_cast<double>(n), p)) {}
    Persons low() const { return 0; }
    Persons high() const { return n_; }
    double mean() const { return mean_.high; }
    double up(Persons k) const {
        return odds_ * static_cast<double>(n_ - k) / static_cast<double>(k + 1);
    }
    double down(Persons k) const {
        return static_cast<double>(k) / (odds_ * static_cast<double>(n_ - k + 1));
    }
    double pmf(Persons k) const {
        const auto n = static_cast<double>(n_);
        const auto yes = static_cast<double>(k);
        if (k == 0) return math::exp(n * math::log1p(-p_));
        const double d = (yes - mean_.high) - mean_.low;
        const PoissonTerm a = poisson_term(yes, d);
        const PoissonTerm b = poisson_term(n - yes, -d);
        const PoissonTerm all = poisson_term(n, 0);
        return math::exp(a.exponent + b.exponent - all.exponent) *
               std::sqrt(all.root / a.root / b.root);
    }
    Cumulants cumulants() const {
        const double base = std::floor(mean_.high);
        const double q = 1 - p_;
        const double pq = p_ * q;
        return {static_cast<Persons>(base),
                (mean_.high - base) + mean_.low,
                mean_.high * q,
                1 - 2 * p_,
                1 - 6 * pq,
                (1 - 2 * p_) * (1 - 12 * pq)};
    }

private:
    Persons n_;
    double p_;
    double odds_;
    math::ExactProduct mean_;
};

/// Marked among `drawn`, both at most half of the population (the other cases are mirror images).
class HypergeometricLaw {
public:
    HypergeometricLaw(Persons marked, Persons drawn, Persons all)
        : marked_(marked),
          drawn_(drawn),
          rest_(all - marked - drawn),
          all_(static_cast<double>(all)) {
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
            return poisson_term(static_cast<double>(m), deviation);
        };
        const PoissonTerm inside[] = {cell(k, d), cell(marked_ - k, -d), cell(drawn_ - k, -d),
                                      cell(rest_ + k, d)};
        const auto marked = static_cast<double>(marked_);
        const auto drawn = static_cast<double>(drawn_);
        const PoissonTerm margins[] = {poisson_term(marked, 0), poisson_term(all_ - marked, 0),
                                       poisson_term(drawn, 0), poisson_term(all_ - drawn, 0)};
        const PoissonTerm sum = poisson_term(all_, 0);
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
        const double fourth =
            ((n + 1) / n - 6 * aa - 6 * bb) * (n / (n - 2)) * (n / (n - 3)) +
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

}  // namespace forestall::sample::detail
