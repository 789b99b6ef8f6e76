// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/self_excitation.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <utility>
#include <vector>

namespace forestall::analysis {
namespace {

constexpr double most_branching = 0.99;
constexpr double half_chi_square = 1.9207294;  // 95 % of chi-square with one degree of freedom, halved
constexpr std::size_t delays = 24;
const double memory_factor = std::log(20.0);

/// One block of time under one delay: bins with events and what excites them.
struct Block {
    double bins = 0;
    double events = 0;
    double orphans = 0;                           ///< events in bins that nothing excites
    double most = 0;                              ///< largest excitation of a bin with events
    double excitation = 0;                        ///< sum over all bins
    std::vector<std::pair<double, double>> busy;  ///< events, excitation
};

std::vector<Block> cut(std::span<const double> counts, std::size_t bins_per_block, double rho) {
    std::vector<Block> out;
    double excitation = 0;
    for (std::size_t t = 0; t < counts.size(); ++t) {
        // A short rest at the end joins the last whole block: it could not carry a background of its own.
        if (t % bins_per_block == 0 && (out.empty() || counts.size() - t >= bins_per_block)) out.emplace_back();
        Block& b = out.back();
        b.bins += 1;
        b.excitation += excitation;
        if (counts[t] > 0) {
            b.events += counts[t];
            if (excitation <= 0) b.orphans += counts[t];
            b.most = std::max(b.most, excitation);
            b.busy.emplace_back(counts[t], excitation);
        }
        excitation = rho * excitation + (1 - rho) * counts[t];
    }
    return out;
}

/// Background that maximises the block's likelihood: Σ y / (μ + θ a) = bins, by Newton from below (the left side is
/// convex and falls, so no step overshoots).
double background(const Block& b, double theta) {
    double mu = std::max({0.0, b.events / b.bins - theta * b.most, b.orphans / b.bins});
    if (b.events <= 0) return 0;
    for (int i = 0; i < 60; ++i) {
        double f = -b.bins;
        double slope = 0;
        for (const auto& [y, a] : b.busy) {
            const double rate = mu + theta * a;
            f += y / rate;
            slope -= y / (rate * rate);
        }
        if (f <= 1e-9 * b.bins) break;
        mu -= f / slope;
    }
    return mu;
}

double log_likelihood(const std::vector<Block>& blocks, double theta) {
    double sum = 0;
    for (const Block& b : blocks) {
        const double mu = background(b, theta);
        sum -= b.bins * mu + theta * b.excitation;
        for (const auto& [y, a] : b.busy) sum += y * std::log(mu + theta * a);
    }
    return sum;
}

struct Surface {
    std::vector<std::vector<Block>> by_delay;
    std::vector<double> delay_days;

    double profile(double theta) const {
        double best = -1e300;
        for (const auto& blocks : by_delay) best = std::max(best, log_likelihood(blocks, theta));
        return best;
    }
};

std::pair<double, double> best_branching(const std::vector<Block>& blocks) {
    const auto [theta, minus] = boost::math::tools::brent_find_minima(
        [&](double t) { return -log_likelihood(blocks, t); }, 0.0, most_branching, 20);
    const double none = log_likelihood(blocks, 0);
    return none >= -minus ? std::pair{0.0, none} : std::pair{theta, -minus};
}

/// Where the profile of θ falls to `level` between `inside` (above it) and `outside`; `outside` if it never does.
double fall(const Surface& s, double inside, double outside, double level) {
    if (s.profile(outside) >= level) return outside;
    boost::uintmax_t steps = 30;
    const auto f = [&](double t) { return s.profile(t) - level; };
    const double low = std::min(inside, outside);
    const double high = std::max(inside, outside);
    const double f_low = f(low);
    const double f_high = f(high);
    if (f_low * f_high >= 0) return inside;
    const auto [a, b] = boost::math::tools::toms748_solve(
        f, low, high, f_low, f_high, [](double x, double y) { return std::abs(x - y) < 1e-3; }, steps);
    return (a + b) / 2;
}

Surface surface(std::span<const double> counts, int bin_days, const SelfExcitationOptions& options) {
    Surface s;
    const auto per_block = static_cast<std::size_t>(std::max(2, options.block_days / bin_days));
    const double least = std::max<double>(options.least_days, bin_days);
    for (std::size_t i = 0; i < delays; ++i) {
        const double days = least * std::pow(options.most_days / least, static_cast<double>(i) / (delays - 1));
        s.delay_days.push_back(days);
        s.by_delay.push_back(cut(counts, per_block, std::exp(-bin_days / days)));
    }
    return s;
}

}  // namespace

SelfExcitation self_excitation(std::span<const double> counts, int bin_days, const SelfExcitationOptions& options) {
    const Estimate none{unknown, unknown, unknown};
    double events = 0;
    for (const double y : counts) events += y;
    if (events < options.least_events) return {none, none, unknown};
    const Surface s = surface(counts, bin_days, options);
    std::vector<std::pair<double, double>> best;  // of each delay: θ, log-likelihood
    for (const auto& blocks : s.by_delay) best.push_back(best_branching(blocks));
    const auto top =
        std::max_element(best.begin(), best.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto at = static_cast<std::size_t>(top - best.begin());
    const auto [theta, likelihood] = *top;
    SelfExcitation out{{theta, unknown, unknown}, none, likelihood - log_likelihood(s.by_delay[at], 0)};
    if (theta > 0) out.memory_days = {memory_factor * s.delay_days[at], unknown, unknown};
    if (!options.intervals) return out;
    const double level = likelihood - half_chi_square;
    out.branching.lo = fall(s, theta, 0, level);
    out.branching.hi = fall(s, theta, most_branching, level);
    if (theta <= 0) return out;
    std::size_t first = at;
    std::size_t last = at;
    for (std::size_t i = 0; i < delays; ++i)
        if (best[i].second >= level) {
            first = std::min(first, i);
            last = std::max(last, i);
        }
    out.memory_days.lo = memory_factor * s.delay_days[first];
    out.memory_days.hi = memory_factor * s.delay_days[last];
    return out;
}

}  // namespace forestall::analysis
