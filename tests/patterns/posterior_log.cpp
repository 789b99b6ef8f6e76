// SPDX-License-Identifier: Apache-2.0
#include "patterns/posterior_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>

#include "core/random.hpp"

namespace forestall::patterns {
namespace {

using calibration::Goal;
using calibration::Goals;
using calibration::Prior;
using calibration::Row;
using Values = std::vector<double>;

/// The q-quantile of values by weight.
double quantile_of(const Values& values, const Values& weights, double q) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (weights[i] > 0) order.push_back(i);
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    double reached = 0;
    for (const std::size_t i : order)
        if ((reached += weights[i]) >= q) return values[i];
    return order.empty() ? 0 : values[order.back()];
}

double sd_of(const Values& values, const Values& weights) {
    double mean = 0, square = 0;
    for (std::size_t i = 0; i < values.size(); ++i) mean += weights[i] * values[i];
    for (std::size_t i = 0; i < values.size(); ++i)
        square += weights[i] * (values[i] - mean) * (values[i] - mean);
    return std::sqrt(square);
}

std::string interval_text(const Values& values, const Values& weights) {
    return fmt::format("{:.3g} ({:.3g} to {:.3g})", quantile_of(values, weights, 0.5),
                       quantile_of(values, weights, 0.025), quantile_of(values, weights, 0.975));
}

std::string weight_rows_text(std::span<const Row> rows, std::span<const Prior> priors,
                             const Posterior& p, const Values& even) {
    std::string out =
        "| weight | grade | prior: median (95 %) | posterior: median (95 %) | width of the "
        "posterior, prior 1 | ranks: χ² of 19 degrees | chance of as much "
        "|\n|---|---|---|---|---|---|---|\n";
    for (std::size_t w = 0; w < priors.size(); ++w) {
        Values values, scores;
        for (const Row& row : rows) {
            values.push_back(row.weights[w]);
            scores.push_back(priors[w].score(row.weights[w]));
        }
        const auto ranks = calibration::uniformity(p.check.ranks[w]);
        out += fmt::format(
            "| `{}` | {} | {} | {} | {:.2f} | {:.1f} | {:.2g} |\n", priors[w].name, priors[w].grade,
            interval_text(values, even), interval_text(values, p.weights),
            sd_of(scores, p.weights) / sd_of(scores, even), ranks.chi_squared, ranks.p);
    }
    return out;
}

/// Share k/n over all rows by weight.
double pooled(std::span<const Row> rows, std::size_t share, const Values& weights) {
    double k = 0, n = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        k += weights[i] * rows[i].shares[share].k;
        n += weights[i] * rows[i].shares[share].n;
    }
    return n > 0 ? k / n : 0;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

std::string pattern_rows_text(std::span<const Row> rows, const Goals& goals, const Posterior& p,
                              const Values& even) {
    std::string out =
        "| pattern | aimed at | prior | posterior | source |\n|---|---|---|---|---|\n";
    for (std::size_t s = 0; s < goals.shares.size(); ++s) {
        const Goal& g = goals.shares[s];
        out += fmt::format("| {} | {:.2g} to {:.2g} | {:.3f} | {:.3f} | {} |\n", g.name,
                           logistic(g.at - 1.96 * g.sd), logistic(g.at + 1.96 * g.sd),
                           pooled(rows, s, even), pooled(rows, s, p.weights), g.source);
    }
    for (std::size_t v = 0; v < goals.values.size(); ++v) {
        const Goal& g = goals.values[v];
        Values values;
        for (const Row& row : rows) values.push_back(row.values[v]);
        const std::string aim =
            g.record ? fmt::format("{:.2f} on record", g.at)
                     : fmt::format("{:.2f} to {:.2f}", g.at - 1.96 * g.sd, g.at + 1.96 * g.sd);
        out += fmt::format("| {} | {} | {} | {} | {} |\n", g.name, aim, interval_text(values, even),
                           interval_text(values, p.weights), g.source);
    }
    return out;
}

}  // namespace

Posterior posterior_of(std::span<const Row> rows, std::span<const Prior> priors, const Goals& goals,
                       std::size_t draws, std::size_t truths, std::uint64_t seed) {
    constexpr std::uint64_t drawing = process("posterior");
    std::vector<std::size_t> all(rows.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    const calibration::Surface surface = calibration::surface_of(rows, priors, all);
    Posterior out;
    out.weights = calibration::normalised(calibration::log_likelihoods(surface, goals));
    out.drawn =
        calibration::resampled(out.weights, draws, Luck(seed, 0).stream(drawing, 0, 0).uniform());
    for (const double far : calibration::implausibilities(surface, goals))
        out.plausible += far <= 3 ? 1 : 0;
    const auto which = calibration::truths_of(rows.size(), truths);
    out.truths = which.size();
    out.check = calibration::rank_check(rows, priors, which, seed);
    return out;
}

std::string log_of(std::span<const Row> rows, std::span<const Prior> priors, const Goals& goals,
                   const Posterior& p) {
    const Values even(rows.size(), 1 / static_cast<double>(rows.size()));
    std::vector<std::size_t> distinct = p.drawn;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    const double most = *std::max_element(p.weights.begin(), p.weights.end());
    double least = 1;
    for (const auto& ranks : p.check.ranks)
        least = std::min(least, calibration::uniformity(ranks).p);
    std::string out = fmt::format(
        "{} rows of the prior; {} ({:.0f} %) within three standard deviations of every "
        "expectation. "
        "Effective rows by weight: {:.0f}; the heaviest has {:.1f} % of the weight. Drawn: {} "
        "rows, {} of "
        "them different.\n\n",
        rows.size(), p.plausible,
        100 * static_cast<double>(p.plausible) / static_cast<double>(rows.size()),
        calibration::effective_rows(p.weights), 100 * most, p.drawn.size(), distinct.size());
    out += weight_rows_text(rows, priors, p, even);
    out += fmt::format(
        "\nRanks are those of {} synthetic truths, {:.0f} effective rows each in the median. The "
        "least "
        "chance, times {} weights, is {:.2g}.\n\n",
        p.truths, p.check.effective, priors.size(),
        std::min(1.0, least * static_cast<double>(priors.size())));
    out += pattern_rows_text(rows, goals, p, even);
    out +=
        "\nShares are over all members of all rows by weight; the others median and central 95 % "
        "of "
        "rows, luck included.\n";
    return out;
}

std::string weights_csv(std::span<const Row> rows, std::span<const Prior> priors,
                        const Posterior& p) {
    std::string out;
    for (const Prior& prior : priors) out += prior.name + ",";
    out.back() = '\n';
    for (const std::size_t i : p.drawn) {
        for (const double x : rows[i].weights) out += fmt::format("{:.4g},", x);
        out.back() = '\n';
    }
    return out;
}

std::string page_with_log(std::string page, const std::string& log) {
    const std::string from = "<!-- posterior: begin -->\n", to = "<!-- posterior: end -->";
    const std::size_t begin = page.find(from), end = page.find(to);
    if (begin == std::string::npos || end == std::string::npos || end < begin)
        throw std::runtime_error("the page has no marks for the posterior");
    return page.replace(begin + from.size(), end - begin - from.size(), log);
}

}  // namespace forestall::patterns
