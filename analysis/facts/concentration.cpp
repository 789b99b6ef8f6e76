// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/concentration.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "analysis/estimate.hpp"
#include "analysis/facts/cells.hpp"
#include "analysis/facts/persistence.hpp"

namespace forestall::analysis {
namespace {

std::map<std::pair<Cell, int>, double> by_cell_and_month(const History& history) {
    std::map<std::pair<Cell, int>, double> out;
    for (const Occurrence& e : history.events)
        if (e.placed && span_of(e) <= dated_to_the_month)
            out[{cell_of(e.latitude, e.longitude), month_of(e.last)}] +=
                static_cast<double>(e.deaths);
    return out;
}

}  // namespace

double top_share(std::vector<double> values, double part, std::size_t least) {
    std::sort(values.begin(), values.end(), std::greater<>());
    double sum = 0;
    for (const double v : values) sum += v;
    if (values.empty() || values.size() < least || !(sum > 0)) return unknown;
    const double most = part * static_cast<double>(values.size());
    double top = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        top += values[i] * std::clamp(most - static_cast<double>(i), 0.0, 1.0);
    return top / sum;
}

double gini(std::vector<double> values, std::size_t least) {
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    double sum = 0;
    double ranked = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        ranked += (2 * static_cast<double>(i + 1) - n - 1) * values[i];
    }
    return values.empty() || values.size() < least || !(sum > 0) ? unknown : ranked / (n * sum);
}

std::vector<double> deaths_of_cell_months(const History& history) {
    std::vector<double> out;
    for (const auto& [unit, deaths] : by_cell_and_month(history)) out.push_back(deaths);
    return out;
}

double quiet_months(const History& history) {
    const std::vector<double> months = monthly_deaths(history);
    if (months.size() < 3) return unknown;
    return static_cast<double>(std::count(months.begin(), months.end(), 0.0)) /
           static_cast<double>(months.size());
}

double quiet_cell_months(const History& history) {
    std::set<Cell> cells;
    for (const auto& [latitude, longitude] : history.at_risk)
        cells.insert(cell_of(latitude, longitude));
    const auto months = static_cast<double>(monthly_deaths(history).size());
    if (cells.empty() || months < 3) return unknown;
    double busy = 0;
    for (const auto& [unit, deaths] : by_cell_and_month(history))
        busy += cells.contains(unit.first) && unit.second < static_cast<int>(months) ? 1 : 0;
    return 1 - busy / (static_cast<double>(cells.size()) * months);
}

std::vector<double> deaths_of_dyad_years(const History& history, double least) {
    std::map<std::pair<std::uint64_t, int>, double> years;
    for (const Occurrence& e : history.events)
        if (e.deed == Deed::battle)
            years[{e.dyad, e.last / year_days}] += static_cast<double>(e.deaths);
    std::vector<double> out;
    for (const auto& [unit, deaths] : years)
        if (deaths >= least) out.push_back(deaths);
    return out;
}

}  // namespace forestall::analysis
