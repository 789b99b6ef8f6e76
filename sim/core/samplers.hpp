// SPDX-License-Identifier: Apache-2.0
// Samplers for addressed draws. All invert one uniform per variate (monotone in the uniform and in
// the parameter), so paired worlds stay paired. Exactness: each names its error. Sources in
// docs/methods/samplers.md.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/random.hpp"
#include "core/units.hpp"

namespace forestall::sample {

/// Quantile at u in (0,1) of Binomial(n, p); n >= 0, p in [0,1] (clamped). Expected cost does not
/// grow with n.
Persons binomial(double u, Persons n, double p);
inline Persons binomial(Stream& s, Persons n, double p) {
    if (n <= 0 || p <= 0) return 0;
    return p >= 1 ? n : binomial(s.uniform(), n, p);
}

/// Quantile of Poisson(mean), mean >= 0 and <= 1e15.
Persons poisson(double u, double mean);

/// Quantile of the number of marked among `drawn` from a population with `marked` and `unmarked`.
Persons hypergeometric(double u, Persons marked, Persons unmarked, Persons drawn);

/// Splits n over weights (>= 0, not all 0 unless n == 0) by conditional binomials in index order;
/// out.size() == weights.size().
void multinomial(Stream& s, Persons n, std::span<const double> weights, std::span<Persons> out);

/// Draws `drawn` without replacement from counts (sum >= drawn), by conditional hypergeometrics in
/// index order.
void multivariate_hypergeometric(Stream& s, Persons drawn, std::span<const Persons> counts,
                                 std::span<Persons> out);

/// Index of the category that u falls in, by inversion of the running sum of weights (sum > 0).
std::size_t categorical(double u, std::span<const double> weights);

/// Pareto with density ~ x^-exponent on [minimum, maximum]; exponent > 1. Continuous.
double pareto(double u, double exponent, double minimum, double maximum);
/// Discrete power law on {minimum, …, maximum}: rounds the continuous one of minimum - 0.5 down to
/// integers (Clauset, Shalizi & Newman 2009, app. D).
Persons discrete_pareto(double u, double exponent, Persons minimum, Persons maximum);
/// Quantile of the number of failures before the first success of chance p: how many of a row to
/// skip. Non-increasing in p; 2^62 stands for never (p <= 0).
Persons geometric(double u, double p);
/// Quantile of the standard normal (Wichura 1988, AS 241; relative error < 1e-15).
double normal(double u);
/// Quantile of Exponential(rate).
double exponential(double u, double rate);

}  // namespace forestall::sample
