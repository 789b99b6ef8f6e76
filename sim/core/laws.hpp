// SPDX-License-Identifier: Apache-2.0
// The integer laws that core/inversion.hpp inverts: point probabilities by saddle-point expansion (Loader 2000), ratios
// of neighbours, cumulants.
#pragma once
#include <cmath>

#include "core/inversion.hpp"
#include "core/math.hpp"
#include "core/special.hpp"

namespace forestall::sample::detail {

inline constexpr double kTwoPi = 6.283185307179586477;

/// A Poisson probability of m at mean m - d is exp(exponent) / sqrt(root): products of these make all the laws.
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
    double up(Persons k) const { return odds_ * static_cast<double>(n_ - k) / static_cast<double>(k + 1); }
    double down(Persons k) const { return static_cast<double>(k) / (odds_ * static_cast<double>(n_ - k + 1)); }
    double pmf(Persons k) const {
        const auto n = static_cast<double>(n_);
        const auto yes = static_cast<double>(k);
        if (k == 0) return math::exp(n * math::log1p(-p_));
        const double d = (yes - mean_.high) - mean_.low;
        const PoissonTerm a = poisson_term(yes, d);
        const PoissonTerm b = poisson_term(n - yes, -d);
        const PoissonTerm all = poisson_term(n, 0);
        return math::exp(a.exponent + b.exponent - all.exponent) * std::sqrt(all.root / a.root / b.root);
    }
    Cumulants cumulants() const {
        const double base = std::floor(mean_.high);
        const double q = 1 - p_;
        const double pq = p_ * q;
        return {static_cast<Persons>(base),  (mean_.high - base) + mean_.low, mean_.high * q, 1 - 2 * p_, 1 - 6 * pq,
                (1 - 2 * p_) * (1 - 12 * pq)};
    }

private:
    Persons n_;
    double p_;
    double odds_;
    math::ExactProduct mean_;
};

}  // namespace forestall::sample::detail
