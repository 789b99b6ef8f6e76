// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/ranking.hpp"

#include <algorithm>
#include <cmath>

namespace forestall::comparison {
namespace {

constexpr double z95 = 1.959963984540054;

/// [option]: sum over the second index of the share of the least value; ties are shared.
std::vector<double> shares_of_least(const Columns& values) {
    std::vector<double> out(values.size());
    for (std::size_t m = 0; m < values.front().size(); ++m) {
        double least = values[0][m];
        for (const auto& v : values) least = std::min(least, v[m]);
        const auto ties = std::count_if(values.begin(), values.end(),
                                        [&](const auto& v) { return v[m] == least; });
        for (std::size_t o = 0; o < values.size(); ++o)
            if (values[o][m] == least) out[o] += 1 / static_cast<double>(ties);
    }
    return out;
}

std::vector<double> counts_of_worse(const Columns& values, std::size_t baseline) {
    std::vector<double> out(values.size());
    for (std::size_t o = 0; o < values.size(); ++o)
        for (std::size_t m = 0; m < values[o].size(); ++m)
            out[o] += values[o][m] > values[baseline][m] ? 1 : 0;
    return out;
}

std::vector<Figure> as_shares(const std::vector<double>& counts, std::size_t n) {
    std::vector<Figure> out;
    for (const double c : counts) out.push_back(wilson(c / static_cast<double>(n), n));
    return out;
}

}  // namespace

Figure wilson(double value, std::size_t n) {
    const auto size = static_cast<double>(n);
    value = std::clamp(value, 0.0, 1.0);
    const double scale = 1 + z95 * z95 / size;
    const double centre = (value + z95 * z95 / (2 * size)) / scale;
    const double half =
        z95 / scale * std::sqrt(value * (1 - value) / size + z95 * z95 / (4 * size * size));
    return {value, std::max(0.0, std::min(value, centre - half)),
            std::min(1.0, std::max(value, centre + half)), std::sqrt(value * (1 - value) / size)};
}

std::vector<Figure> chance_of_best(const Columns& outcomes) {
    return as_shares(shares_of_least(outcomes), outcomes.front().size());
}

std::vector<Figure> chance_of_worse(const Columns& outcomes, std::size_t baseline) {
    return as_shares(counts_of_worse(outcomes, baseline), outcomes.front().size());
}

}  // namespace forestall::comparison
