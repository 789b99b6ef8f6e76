// SPDX-License-Identifier: Apache-2.0
#include "analysis/expression/functions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "analysis/estimate.hpp"
#include "analysis/expression/evaluate.hpp"
#include "analysis/quantile.hpp"

namespace forestall::expression {
namespace {

constexpr std::array table = std::to_array<FunctionSpec>({
    {"any", false, false, "1 if one is not 0, else 0"},
    {"count", false, false, "how many are not 0"},
    {"first", false, false,
     "place of the first that is not 0, from 0 on; unknown if there is none"},
    {"known", false, true, "1 if it is known, 0 if not; takes nothing away"},
    {"last", false, false, "the last"},
    {"max", false, false, "the greatest"},
    {"mean", false, false, "the mean"},
    {"min", false, false, "the least"},
    {"quantile", true, false, "the value that a share does not exceed, linear between neighbours"},
    {"share", false, false, "share of those that are not 0"},
    {"sum", false, false, "the sum"},
});

double sum_of(std::span<const double> row) {
    double out = 0;
    for (const double x : row) out += x;
    return out;
}

double true_ones(std::span<const double> row) {
    return static_cast<double>(
        std::count_if(row.begin(), row.end(), [](double x) { return x != 0; }));
}

double first_of(std::span<const double> row) {
    for (std::size_t i = 0; i < row.size(); ++i)
        if (!std::isnan(row[i]) && row[i] != 0) return static_cast<double>(i);
    return analysis::unknown;
}

double of_known(std::string_view function, std::vector<double>& row, double level) {
    const auto n = static_cast<double>(row.size());
    if (function == "count") return true_ones(row);
    if (function == "any") return true_ones(row) > 0 ? 1 : 0;
    if (row.empty()) return analysis::unknown;
    if (function == "sum") return sum_of(row);
    if (function == "mean") return sum_of(row) / n;
    if (function == "share") return true_ones(row) / n;
    if (function == "last") return row.back();
    if (function == "max") return *std::max_element(row.begin(), row.end());
    if (function == "min") return *std::min_element(row.begin(), row.end());
    if (function != "quantile") throw std::invalid_argument("no such function");
    std::sort(row.begin(), row.end());
    return analysis::quantile_of_sorted(row, level);
}

}  // namespace

std::span<const FunctionSpec> functions() { return table; }

const FunctionSpec* find_function(std::string_view name) {
    const auto at = std::find_if(table.begin(), table.end(),
                                 [&](const FunctionSpec& f) { return f.name == name; });
    return at == table.end() ? nullptr : &*at;
}

double reduced(std::string_view function, std::span<const double> row, double level) {
    if (function == "first") return first_of(row);
    std::vector<double> known;
    for (const double x : row)
        if (!std::isnan(x)) known.push_back(x);
    return of_known(function, known, level);
}

}  // namespace forestall::expression
