// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/elasticity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace forestall::patterns {
namespace {

constexpr double most = 3;

double log_odds(double k, double n) { return std::log((k + 0.5) / (n - k + 0.5)); }

double value_of(const Nudge& nudge, std::span<const std::size_t> items) {
    double rest = 0, nudged = 0;
    for (const std::size_t i : items) {
        rest += nudge.at_rest[i] ? 1 : 0;
        nudged += nudge.nudged[i] ? 1 : 0;
    }
    const auto n = static_cast<double>(items.size());
    return n > 0 ? (log_odds(nudged, n) - log_odds(rest, n)) / nudge.change : unknown;
}

double share_of(const std::vector<bool>& x) {
    return static_cast<double>(std::count(x.begin(), x.end(), true)) /
           static_cast<double>(std::max<std::size_t>(1, x.size()));
}

bool differs(const std::vector<double>& a, const std::vector<double>& b) {
    double n = 0, sum = 0, squares = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        const double d = b[i] - a[i];
        n += 1;
        sum += d;
        squares += d * d;
    }
    if (n < 2) return false;
    const double mean = sum / n, variance = (squares - sum * mean) / (n - 1);
    return std::abs(mean) > 1.96 * std::sqrt(std::max(0.0, variance) / n);
}

}  // namespace

Estimate elasticity(const Nudge& nudge) {
    return analysis::bootstrap(
        std::min(nudge.at_rest.size(), nudge.nudged.size()), resamples, 1,
        [&](std::span<const std::size_t> items) { return value_of(nudge, items); });
}

bool matters(const Nudge& nudge) {
    const std::vector<double> rest(nudge.at_rest.begin(), nudge.at_rest.end()),
        nudged(nudge.nudged.begin(), nudge.nudged.end());
    if (differs(rest, nudged)) return true;
    for (std::size_t f = 0; f < nudge.rest_figures.size(); ++f)
        if (differs(nudge.rest_figures[f], nudge.nudged_figures[f])) return true;
    return false;
}

std::vector<Part> elasticity_parts(std::span<const Nudge> nudges) {
    std::vector<Part> out;
    std::map<std::string, bool> counts;
    for (const Nudge& nudge : nudges) counts[nudge.weight] |= matters(nudge);
    for (const Nudge& nudge : nudges) {
        const Estimate e = elasticity(nudge);
        out.push_back(within(
            fmt::format("elasticity to {}, {}", nudge.weight, nudge.change > 0 ? "up" : "down"), e,
            -most, most, "-3 to 3",
            fmt::format("onset {:.3f} at rest, {:.3f} with the log of the weight moved by {:+.2f}",
                        share_of(nudge.at_rest), share_of(nudge.nudged), nudge.change)));
    }
    double idle = 0;
    std::string names;
    for (const auto& [weight, moves] : counts) {
        if (moves) continue;
        idle += 1;
        names += (names.empty() ? "" : ", ") + weight;
    }
    out.push_back(
        within("weights that move no figure beyond chance", exactly(idle), 0, 0, "0", names));
    return out;
}

}  // namespace forestall::patterns
