// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/tail.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/comparison/means.hpp"
#include "analysis/order.hpp"

namespace forestall::comparison {
namespace {

/// The least value that at most `worst_share` of the members exceed.
double threshold(std::vector<double> values) {
    if (!analysis::all_numbers(values)) return not_defined;
    const auto n = values.size();
    const auto beyond = static_cast<std::size_t>(std::floor(worst_share * static_cast<double>(n)));
    const std::size_t at = n - 1 - std::min(beyond, n - 1);
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at),
                     values.end());
    return values[at];
}

}  // namespace

std::vector<Figure> worst_tenth(const Columns& outcomes, const Plan& plan) {
    if (outcomes.empty() || outcomes.front().size() < fewest_for_worst_tenth)
        return std::vector<Figure>(outcomes.size());
    Columns beyond = outcomes;
    std::vector<double> thresholds;
    for (auto& column : beyond) {
        thresholds.push_back(threshold(column));
        for (double& v : column) v = std::max(0.0, v - thresholds.back()) / worst_share;
    }
    std::vector<Figure> out = separate_means(beyond, plan).figures;
    for (std::size_t o = 0; o < out.size(); ++o)
        for (double* v : {&out[o].value, &out[o].lo, &out[o].hi}) *v += thresholds[o];
    return out;
}

}  // namespace forestall::comparison
