// SPDX-License-Identifier: Apache-2.0
#include "analysis/discover/cart.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace forestall::discover {
namespace {

using Points = std::vector<std::size_t>;

struct Question {
    std::size_t input = 0;
    double at_most = 0;
    double impurity = 0;  ///< that it leaves, weighed by points
};

/// Gini impurity times points.
double impurity(std::size_t hits, std::size_t points) {
    const auto h = static_cast<double>(hits);
    const auto n = static_cast<double>(points);
    return n > 0 ? 2 * h * (n - h) / n : 0;
}

std::size_t hits_of(const Sample& sample, const Points& points) {
    return static_cast<std::size_t>(
        std::count_if(points.begin(), points.end(), [&](std::size_t p) { return sample.hits[p]; }));
}

/// A number from `low` on and below `high`, as near the middle as there is one.
double between(double low, double high) {
    const double middle = low + (high - low) / 2;
    return middle < high ? middle : low;
}

std::optional<Question> best_question(const Sample& sample, const Points& points,
                                      const Growing& how) {
    const std::size_t all_hits = hits_of(sample, points);
    const std::size_t least = std::max<std::size_t>(1, how.least_leaf);
    std::optional<Question> best;
    double lowest = impurity(all_hits, points.size());
    for (std::size_t i = 0; i < sample.inputs(); ++i) {
        Points order = points;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return sample.rows[a][i] < sample.rows[b][i];
        });
        std::size_t hits = 0;
        for (std::size_t k = 1; k < order.size(); ++k) {
            if (sample.hits[order[k - 1]]) ++hits;
            const double low = sample.rows[order[k - 1]][i];
            const double high = sample.rows[order[k]][i];
            if (low == high || k < least || order.size() - k < least) continue;
            const double left = impurity(hits, k) + impurity(all_hits - hits, order.size() - k);
            if (left >= lowest) continue;
            lowest = left;
            best = Question{i, between(low, high), left};
        }
    }
    return best;
}

std::size_t grow(std::vector<Node>& tree, const Sample& sample, const Points& points,
                 std::size_t depth, const Growing& how) {
    const std::size_t here = tree.size();
    tree.push_back({.points = points.size(), .hits = hits_of(sample, points)});
    if (depth == 0) return here;
    const auto question = best_question(sample, points, how);
    if (!question) return here;
    Points below, above;
    for (const std::size_t p : points)
        (sample.rows[p][question->input] <= question->at_most ? below : above).push_back(p);
    tree[here].input = question->input;
    tree[here].at_most = question->at_most;
    const std::size_t left = grow(tree, sample, below, depth - 1, how);
    const std::size_t right = grow(tree, sample, above, depth - 1, how);
    tree[here].below = left;
    tree[here].above = right;
    return here;
}

void add_leaves(const std::vector<Node>& tree, std::size_t at, const Box& box,
                std::vector<Box>& out) {
    const Node& node = tree[at];
    if (node.leaf()) return out.push_back(box);
    Box below = box;
    Box above = box;
    below.ranges[node.input].high = node.at_most;
    above.ranges[node.input].low = std::nextafter(node.at_most, boundless);
    add_leaves(tree, node.below, below, out);
    add_leaves(tree, node.above, above, out);
}

}  // namespace

std::vector<Node> grown(const Sample& sample, const Growing& how) {
    Points all(sample.rows.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<Node> tree;
    grow(tree, sample, all, how.depth, how);
    return tree;
}

std::vector<Box> leaves(const std::vector<Node>& tree, std::size_t inputs) {
    std::vector<Box> out;
    if (!tree.empty()) add_leaves(tree, 0, whole(inputs), out);
    return out;
}

Box best_leaf(const Sample& sample, const Growing& how) {
    Box best = whole(sample.inputs());
    double merit = held(best, sample).merit();
    for (const Box& box : leaves(grown(sample, how), sample.inputs())) {
        const double then = held(box, sample).merit();
        if (then <= merit) continue;
        merit = then;
        best = box;
    }
    return best;
}

}  // namespace forestall::discover
