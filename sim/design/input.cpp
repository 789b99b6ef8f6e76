// SPDX-License-Identifier: Apache-2.0
#include "design/input.hpp"

#include <algorithm>
#include <cmath>

namespace forestall::design {
namespace {

double level_at(const Input& input, double coordinate) {
    const std::size_t n = input.levels.size();
    if (input.weights.empty()) {
        const auto at = static_cast<std::size_t>(coordinate * static_cast<double>(n));
        return input.levels[std::min(at, n - 1)];
    }
    double sum = 0;
    for (const double w : input.weights) sum += w;
    double reached = 0;
    std::size_t last = 0;  // of those with weight: what rounding leaves over is its
    for (std::size_t i = 0; i < n; ++i) {
        if (input.weights[i] <= 0) continue;
        last = i;
        reached += input.weights[i];
        if (coordinate * sum < reached) break;
    }
    return input.levels[last];
}

std::string levels_problem(const Input& input) {
    for (const double level : input.levels)
        if (!std::isfinite(level)) return "every level must be a finite number";
    const auto not_above = [](double a, double b) { return a >= b; };
    if (std::adjacent_find(input.levels.begin(), input.levels.end(), not_above) !=
        input.levels.end())
        return "levels must ascend";
    if (input.weights.empty()) return "";
    if (input.weights.size() != input.levels.size()) return "there must be one weight a level";
    double sum = 0;
    for (const double w : input.weights) {
        if (!std::isfinite(w) || w < 0) return "weights must be finite and not negative";
        sum += w;
    }
    if (!std::isfinite(sum)) return "weights must have a finite sum";
    return sum > 0 ? "" : "one weight must be greater than 0";
}

}  // namespace

double value_at(const Input& input, double coordinate) {
    return input.discrete() ? level_at(input, coordinate) : input.law.quantile(coordinate);
}

std::string input_problem(const Input& input) {
    if (input.discrete()) return levels_problem(input);
    if (input.law.is_constant()) return "a constant cannot be varied";
    return shape_problem(input.law);
}

Rows values_at(const std::vector<Input>& inputs, const Rows& coordinates) {
    Rows out = coordinates;
    for (auto& row : out)
        for (std::size_t i = 0; i < inputs.size(); ++i) row[i] = value_at(inputs[i], row[i]);
    return out;
}

}  // namespace forestall::design
