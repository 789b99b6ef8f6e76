// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/pooling.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

namespace forestall::comparison {
namespace {

constexpr std::size_t grid = 200;
constexpr double usual_z = 1.959963984540054;

struct Cell {
    std::size_t figure;
    std::size_t group;
    double value;
    double variance;
};

std::vector<Cell> cells_of(const std::vector<Figure>& figures,
                           const std::vector<std::size_t>& group) {
    std::vector<Cell> out;
    double largest = 0;
    for (const Figure& f : figures)
        if (std::isfinite(f.error)) largest = std::max(largest, f.error);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!std::isfinite(figures[i].value) || !std::isfinite(figures[i].error)) continue;
        // A cell that changes nothing is known, but not beyond any doubt.
        const double error = std::max(figures[i].error, 1e-6 * largest);
        out.push_back({i, group[i], figures[i].value, error * error});
    }
    return out;
}

/// Normal posteriors of all cells at one spread.
struct AtSpread {
    double spread = 0;
    double weight = 0;  ///< log until all are known
    std::vector<double> mean, variance;
};

AtSpread at_spread(const std::vector<Cell>& cells, std::size_t groups, double spread,
                   double together) {
    AtSpread out{spread, 0, {}, {}};
    const double between = spread * spread, own = 1 - together;
    std::vector<double> precision(groups), sum(groups), mean(groups), shared(groups);
    for (const Cell& c : cells) {
        const double weight = 1 / (own * c.variance + between);
        precision[c.group] += weight;
        sum[c.group] += c.value * weight;
        shared[c.group] += std::sqrt(c.variance) * weight;
    }
    for (std::size_t g = 0; g < groups; ++g) {
        if (precision[g] <= 0) continue;
        mean[g] = sum[g] / precision[g];
        out.weight -= 0.5 * std::log(precision[g]);
    }
    for (const Cell& c : cells) {
        const double alone = own * c.variance, all = alone + between;
        const double away = c.value - mean[c.group], shrink = alone / all;
        out.weight -= 0.5 * (std::log(all) + away * away / all);
        out.mean.push_back(c.value - shrink * away);
        // What errors have in common is in the cell and in its group's mean, and stays.
        const double common =
            (1 - shrink) * std::sqrt(c.variance) + shrink * shared[c.group] / precision[c.group];
        out.variance.push_back((1 - shrink) * alone + shrink * shrink / precision[c.group] +
                               together * common * common);
    }
    return out;
}

/// Spreads from nothing to far beyond what the cells differ by, and how likely each is.
std::vector<AtSpread> over_spreads(const std::vector<Cell>& cells, std::size_t groups,
                                   double together) {
    double low = cells.front().value, high = low;
    for (const Cell& c : cells) low = std::min(low, c.value), high = std::max(high, c.value);
    const double most = 3 * (high - low);
    std::vector<AtSpread> out;
    double best = -INFINITY;
    for (std::size_t i = 0; i < grid; ++i) {
        // Squares, so that small spreads are seen: the step is the density's share.
        const double x = (static_cast<double>(i) + 0.5) / grid;
        out.push_back(at_spread(cells, groups, most * x * x, together));
        out.back().weight += std::log(x);
        best = std::max(best, out.back().weight);
    }
    double sum = 0;
    for (AtSpread& a : out) sum += a.weight = std::exp(a.weight - best);
    for (AtSpread& a : out) a.weight /= sum;
    return out;
}

double below(const std::vector<AtSpread>& all, std::size_t cell, double x) {
    double out = 0;
    for (const AtSpread& a : all)
        out += a.weight * 0.5 * std::erfc((a.mean[cell] - x) / std::sqrt(2 * a.variance[cell]));
    return out;
}

double quantile_at(const std::vector<AtSpread>& all, std::size_t cell, double q, double low,
                   double high) {
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (below(all, cell, middle) < q ? low : high) = middle;
    }
    return (low + high) / 2;
}

Figure figure_of(const std::vector<AtSpread>& all, std::size_t cell) {
    double mean = 0, square = 0, widest = 0, low = INFINITY, high = -INFINITY;
    for (const AtSpread& a : all) {
        mean += a.weight * a.mean[cell];
        square += a.weight * (a.mean[cell] * a.mean[cell] + a.variance[cell]);
        if (a.weight < 1e-12) continue;
        widest = std::max(widest, std::sqrt(a.variance[cell]));
        low = std::min(low, a.mean[cell]);
        high = std::max(high, a.mean[cell]);
    }
    low -= 8 * widest, high += 8 * widest;
    return {mean, quantile_at(all, cell, 0.025, low, high),
            quantile_at(all, cell, 0.975, low, high),
            std::sqrt(std::max(0.0, square - mean * mean))};
}

}  // namespace

Pooled pool(const std::vector<Figure>& figures, const std::vector<std::size_t>& group,
            double together) {
    together = std::clamp(together, 0.0, 0.99);
    if (figures.size() != group.size()) throw std::invalid_argument("a group for each cell");
    Pooled out{std::vector<Figure>(figures.size()), not_defined};
    const std::vector<Cell> cells = cells_of(figures, group);
    std::set<std::size_t> groups;
    for (const Cell& c : cells) groups.insert(c.group);
    const bool differ = std::any_of(cells.begin(), cells.end(),
                                    [&](const Cell& c) { return c.value != cells.front().value; });
    if (cells.size() < groups.size() + 4 || !differ) {
        for (const Cell& c : cells) {
            const double half = usual_z * figures[c.figure].error;
            out.cells[c.figure] = {c.value, c.value - half, c.value + half,
                                   figures[c.figure].error};
        }
        return out;
    }
    const std::vector<AtSpread> all = over_spreads(cells, *groups.rbegin() + 1, together);
    out.spread = 0;
    for (const AtSpread& a : all) out.spread += a.weight * a.spread;
    for (std::size_t i = 0; i < cells.size(); ++i) out.cells[cells[i].figure] = figure_of(all, i);
    return out;
}

}  // namespace forestall::comparison
