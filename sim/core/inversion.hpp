// SPDX-License-Identifier: Apache-2.0
// Inversion of integer laws, shared by the binomial, Poisson and hypergeometric samplers. Two ways:
// - `chop_down` from 0 for small means: subtracts one chance after the other;
// - `LatticeGuess` for the rest: the Cornish-Fisher expansion names the quantile as a real number
//   with a known error bound. Unless a jump of the law lies within that bound the integer is
//   settled; else `settle` sums the tail there. So the exact sum is needed about once in sd^3 draws
//   and the expected cost does not grow with n.
// A law has low(), high(), mean(), pmf(k), up(k) = pmf(k+1)/pmf(k), down(k) = pmf(k-1)/pmf(k).
#pragma once
#include <cmath>

#include "core/units.hpp"

namespace forestall::sample::detail {

/// A uniform and its complement; the quantile is the smallest k with P(X <= k) >= lower, that is
/// P(X > k) <= upper.
struct Target {
    double lower;
    double upper;
};

inline Target target(double u) { return {u, 1 - u}; }
/// For n - X in place of X: the smallest k with P(X <= k) > 1 - u.
inline Target mirrored(double u) { return {std::nextafter(1 - u, 2.0), std::nextafter(u, 0.0)}; }

/// Below this mean chopping down from 0 is faster; the expansion's error bound holds from here on.
inline constexpr double kChopBelow = 4;

/// Below this no chance matters: u is a multiple of 2^-53.
inline constexpr double kNothing = 0x1.0p-70;

/// First cumulants of an integer law; `base + fraction` is the mean. `third` … `fifth` are divided
/// by the variance.
struct Cumulants {
    Persons base;
    double fraction;
    double variance;
    double third;
    double fourth;
    double fifth;
};

/// Real quantile of the smooth law through the jumps of the lattice law, shifted by 1/2, and its
/// error bound.
struct LatticeGuess {
    Persons nearest;  ///< index of the jump nearest to the target
    Persons quantile;
    bool settled;
};

/// `w` is the normal quantile of the uniform.
LatticeGuess lattice_guess(const Cumulants& c, double w);

/// Smallest k with P(X <= k) >= target, from pmf(0) upward.
template <class Law>
Persons chop_down(const Law& law, double pmf0, const Target& t) {
    Persons k = 0;
    double pmf = pmf0;
    double cdf = pmf0;
    const Persons high = law.high();
    while (cdf < t.lower && k < high) {
        pmf *= law.up(k);
        ++k;
        cdf += pmf;
        if (pmf<kNothing&& static_cast<double>(k)> law.mean()) break;
    }
    return k;
}

/// P(X <= k) / pmf(k), terms downward.
template <class Law>
double sum_down(const Law& law, Persons k) {
    double term = 1;
    double sum = 1;
    for (; k > law.low() && term > 1e-20 * sum; --k) {
        term *= law.down(k);
        sum += term;
    }
    return sum;
}

/// P(X >= k) / pmf(k), terms upward.
template <class Law>
double sum_up(const Law& law, Persons k) {
    double term = 1;
    double sum = 1;
    for (; k < law.high() && term > 1e-20 * sum; ++k) {
        term *= law.up(k);
        sum += term;
    }
    return sum;
}

template <class Law>
Persons settle_below(const Law& law, Persons k, double u) {
    double pmf = law.pmf(k);
    double cdf = pmf * sum_down(law, k);
    while (k > law.low() && cdf - pmf >= u) {
        cdf -= pmf;
        pmf *= law.down(k);
        --k;
    }
    while (k < law.high() && cdf < u && pmf > kNothing) {
        pmf *= law.up(k);
        ++k;
        cdf += pmf;
    }
    return k;
}

/// As settle_below by the upper tail, which keeps its relative accuracy there. Above the mean, so k
/// > low.
template <class Law>
Persons settle_above(const Law& law, Persons k, double upper) {
    if (k >= law.high()) k = law.high() - 1;
    double pmf = law.pmf(k + 1);
    double beyond = pmf * sum_up(law, k + 1);  // P(X > k)
    if (beyond <= upper) {
        while (k > law.low()) {
            const double here = pmf * law.down(k + 1);  // pmf(k)
            if (beyond + here > upper) break;
            beyond += here;
            pmf = here;
            --k;
        }
        return k;
    }
    while (k < law.high() && beyond > upper) {
        beyond -= pmf;
        ++k;
        if (k >= law.high() || pmf < kNothing) break;
        pmf *= law.up(k);
    }
    return k;
}

/// The exact quantile, from a guess that should be near.
template <class Law>
Persons settle(const Law& law, Persons guess, const Target& t) {
    if (guess < law.low()) guess = law.low();
    if (guess > law.high()) guess = law.high();
    if (static_cast<double>(guess) < law.mean()) return settle_below(law, guess, t.lower);
    return settle_above(law, guess, t.upper);
}

template <class Law>
Persons invert(const Law& law, const Cumulants& c, double w, const Target& t) {
    const LatticeGuess guess = lattice_guess(c, w);
    return guess.settled ? guess.quantile : settle(law, guess.nearest, t);
}

}  // namespace forestall::sample::detail
