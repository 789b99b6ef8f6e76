// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/tail.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <map>
#include <vector>

namespace forestall::analysis {
namespace {

constexpr double least_exponent = 1.01;
constexpr double most_exponent = 8;
constexpr int bits = 24;

/// Different sizes in ascending order, how many of each.
struct Sizes {
    std::vector<double> value;
    std::vector<double> count;
    std::vector<double> log_value;
};

Sizes tabulate_sizes(std::span<const std::int64_t> sizes) {
    std::map<std::int64_t, double> counts;
    for (const std::int64_t x : sizes)
        if (x >= 1) counts[x] += 1;
    Sizes out;
    for (const auto& [x, n] : counts) {
        out.value.push_back(static_cast<double>(x));
        out.count.push_back(n);
        out.log_value.push_back(std::log(static_cast<double>(x)));
    }
    return out;
}

/// Largest |F - S| above value[from], F the power law and S the data.
double ks_distance(const Sizes& s, std::size_t from, double exponent, double tail) {
    const double all = hurwitz_zeta(exponent, s.value[from]);
    double below = 0;
    double worst = 0;
    for (std::size_t i = from; i < s.value.size(); ++i) {
        below += s.count[i];
        const double model = 1 - hurwitz_zeta(exponent, s.value[i] + 1) / all;
        worst = std::max(worst, std::abs(model - below / tail));
    }
    return worst;
}

TailFit fit_table(const Sizes& s, std::size_t least) {
    TailFit best;
    double tail = 0;
    double logs = 0;
    for (std::size_t i = s.value.size(); i-- > 0;) {
        tail += s.count[i];
        logs += s.count[i] * s.log_value[i];
        if (tail < static_cast<double>(least) || i + 1 == s.value.size()) continue;
        const double mean_log = logs / tail;
        const auto minus_likelihood = [&](double a) {
            return std::log(hurwitz_zeta(a, s.value[i])) + a * mean_log;
        };
        const double a = boost::math::tools::brent_find_minima(minus_likelihood, least_exponent,
                                                               most_exponent, bits)
                             .first;
        const double ks = ks_distance(s, i, a, tail);
        if (std::isnan(best.ks) || ks < best.ks)
            best = {a, static_cast<std::int64_t>(s.value[i]), static_cast<std::size_t>(tail), ks};
    }
    return best;
}

/// P(standard normal in (a, b)) without cancellation in either tail.
double normal_between(double a, double b) {
    constexpr double root_half = 0.70710678118654752;
    if (a > 0) return 0.5 * (std::erfc(a * root_half) - std::erfc(b * root_half));
    return 0.5 * (std::erfc(-b * root_half) - std::erfc(-a * root_half));
}

double lognormal_log_chance(double x, double xmin, double m, double s) {
    const double above = 0.5 * std::erfc((std::log(xmin - 0.5) - m) / s * 0.70710678118654752);
    const double here = normal_between((std::log(x - 0.5) - m) / s, (std::log(x + 0.5) - m) / s);
    return here > 0 && above > 0 ? std::log(here) - std::log(above) : -1e3;
}

}  // namespace

double hurwitz_zeta(double s, double q) {
    constexpr double enough = 12;
    double sum = 0;
    for (; q < enough; q += 1) sum += std::pow(q, -s);
    // Euler-Maclaurin with Bernoulli numbers to B8.
    const double power = std::pow(q, -s);
    const double q2 = q * q;
    double term = s * power / q;
    double series = term / 12;
    term *= (s + 1) * (s + 2) / q2;
    series -= term / 720;
    term *= (s + 3) * (s + 4) / q2;
    series += term / 30240;
    term *= (s + 5) * (s + 6) / q2;
    series -= term / 1209600;
    return sum + power * q / (s - 1) + power / 2 + series;
}

TailFit fit_tail(std::span<const std::int64_t> sizes, std::size_t least) {
    return fit_table(tabulate_sizes(sizes), least);
}

Estimate tail_exponent(std::span<const std::int64_t> sizes, int resamples, std::uint64_t seed,
                       std::size_t least) {
    std::vector<std::int64_t> drawn(sizes.size());
    return bootstrap(sizes.size(), resamples, seed, [&](std::span<const std::size_t> items) {
        for (std::size_t i = 0; i < items.size(); ++i) drawn[i] = sizes[items[i]];
        return fit_tail(drawn, least).exponent;
    });
}

TailContest against_lognormal(std::span<const std::int64_t> sizes, const TailFit& fit) {
    if (std::isnan(fit.exponent)) return {};
    const auto xmin = static_cast<double>(fit.xmin);
    Sizes s = tabulate_sizes(sizes);
    const auto from = static_cast<std::size_t>(
        std::lower_bound(s.value.begin(), s.value.end(), xmin) - s.value.begin());
    const auto minus_likelihood = [&](double m, double width) {
        double sum = 0;
        for (std::size_t i = from; i < s.value.size(); ++i)
            sum -= s.count[i] * lognormal_log_chance(s.value[i], xmin, m, width);
        return sum;
    };
    // A wide normal far below xmin imitates a power law, so the range of means is bounded, as the
    // exponents are.
    const auto best_mean = [&](double width) {
        return boost::math::tools::brent_find_minima(
            [&](double m) { return minus_likelihood(m, width); }, -25.0, s.log_value.back(), 16);
    };
    const double width = boost::math::tools::brent_find_minima(
                             [&](double w) { return best_mean(w).second; }, 0.05, 6.0, 12)
                             .first;
    const double mean = best_mean(width).first;

    const double log_zeta = std::log(hurwitz_zeta(fit.exponent, xmin));
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (std::size_t i = from; i < s.value.size(); ++i) {
        const double d = -fit.exponent * s.log_value[i] - log_zeta -
                         lognormal_log_chance(s.value[i], xmin, mean, width);
        n += s.count[i];
        sum += s.count[i] * d;
        squares += s.count[i] * d * d;
    }
    const double variance = squares / n - (sum / n) * (sum / n);
    if (!(variance > 0)) return {sum, 0, 1};
    const double z = sum / std::sqrt(n * variance);
    return {sum, z, std::erfc(std::abs(z) * 0.70710678118654752)};
}

}  // namespace forestall::analysis
