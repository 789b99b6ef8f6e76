// SPDX-License-Identifier: Apache-2.0
#include "design/correlation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <stdexcept>

#include "core/math.hpp"
#include "core/samplers.hpp"

namespace forestall::design {
namespace {

/// Lower factor L with L Lᵀ the matrix of correlations; none if that is not positive definite.
/// By hand, since the order of each sum decides its bits.
std::optional<Rows> factor(const std::vector<Correlation>& pairs, std::size_t n) {
    constexpr double least = 1e-9;  // what rounding may leave of a singular matrix
    Rows m(n, std::vector<double>(n, 0));
    for (std::size_t i = 0; i < n; ++i) m[i][i] = 1;
    for (const Correlation& c : pairs) m[std::max(c.a, c.b)][std::min(c.a, c.b)] = c.value;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = m[i][j];
            for (std::size_t k = 0; k < j; ++k) sum -= m[i][k] * m[j][k];
            if (i == j && !(sum > least)) return std::nullopt;
            m[i][j] = i == j ? std::sqrt(sum) : sum / m[j][j];
        }
    return m;
}

double coordinate_of(double score) {
    const double u = 0.5 * math::erfc(-score * 0.70710678118654752440);
    return std::clamp(u, 0x1.0p-53, 1 - 0x1.0p-53);
}

}  // namespace

std::string correlation_problem(const std::vector<Correlation>& pairs, std::size_t inputs) {
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const Correlation& c = pairs[i];
        if (c.a >= inputs || c.b >= inputs || c.a == c.b) return "two different inputs are needed";
        if (!(c.value > -1 && c.value < 1)) return "a correlation lies between -1 and 1";
        for (std::size_t k = 0; k < i; ++k)
            if (std::minmax(c.a, c.b) == std::minmax(pairs[k].a, pairs[k].b))
                return "two inputs are correlated twice";
    }
    return factor(pairs, inputs) ? "" : "these correlations cannot hold together";
}

Rows correlated(Rows coordinates, const std::vector<Correlation>& pairs) {
    if (coordinates.empty() || pairs.empty()) return coordinates;
    const std::size_t n = coordinates.front().size();
    if (const std::string problem = correlation_problem(pairs, n); !problem.empty())
        throw std::invalid_argument(problem);
    const Rows lower = *factor(pairs, n);
    std::vector<bool> joined(n, false);
    for (const Correlation& c : pairs) joined[c.a] = joined[c.b] = true;
    for (auto& row : coordinates) {
        std::vector<double> scores;
        for (const double u : row) scores.push_back(sample::normal(u));
        for (std::size_t i = 0; i < n; ++i) {
            if (!joined[i]) continue;  // keeps its bits
            double sum = 0;
            for (std::size_t k = 0; k <= i; ++k) sum += lower[i][k] * scores[k];
            row[i] = coordinate_of(sum);
        }
    }
    return coordinates;
}

Rows reordered(const Rows& rows, const Rows& like) {
    Rows out = rows;
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; !rows.empty() && i < rows.front().size(); ++i) {
        std::vector<double> column;
        for (const auto& row : rows) column.push_back(row[i]);
        std::sort(column.begin(), column.end());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return like[a][i] < like[b][i]; });
        for (std::size_t r = 0; r < order.size(); ++r) out[order[r]][i] = column[r];
    }
    return out;
}

}  // namespace forestall::design
