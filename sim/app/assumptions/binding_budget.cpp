// SPDX-License-Identifier: Apache-2.0
#include "app/assumptions/binding_budget.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/comparison/outcomes.hpp"

namespace forestall::app {
namespace {

/// What one part of an intervention costs in a member: a column of what was drawn.
struct Price {
    std::size_t column = 0;
    double scale = 0;  ///< of the action
    double weeks = 1;
};

std::size_t column_of(const Header& header, const std::string& name) {
    const auto& all = header.parameters;
    const auto at = std::find_if(all.begin(), all.end(),
                                 [&](const ParameterLabel& p) { return p.name == name; });
    return static_cast<std::size_t>(at - all.begin());
}

}  // namespace

bool budget_may_bind(const Results& results, const WorldTables& tables, const Option& option,
                     std::size_t at, const std::vector<std::size_t>& members) {
    if (!std::isfinite(option.budget)) return false;
    const Header& header = results.header();
    const std::size_t columns = header.parameters.size();
    const double weeks = std::max(4.0, static_cast<double>(header.step_days) / 7);
    std::vector<std::vector<Price>> asked;
    for (const PlannedAction& m : option.actions) {
        const std::string name = "cost." + tables.interventions[m.intervention].name + ".";
        asked.push_back({{column_of(header, name + "setup"), m.scale, 1},
                         {column_of(header, name + "weekly"), m.scale, weeks}});
    }
    const std::vector<double> drawn = results.parameters();
    const std::vector<double> spend = comparison::spending(results, at, members);
    const std::size_t steps = header.time.size();
    for (std::size_t i = 0; i < members.size(); ++i) {
        double dearest = 0;
        for (const std::vector<Price>& prices : asked) {
            double sum = 0;
            for (const Price& p : prices)
                if (p.column < columns)
                    sum +=
                        std::max(0.0, drawn[members[i] * columns + p.column]) * p.scale * p.weeks;
            dearest = std::max(dearest, sum);
        }
        const auto first = spend.begin() + static_cast<std::ptrdiff_t>(i * steps);
        const double spent =
            std::accumulate(first, first + static_cast<std::ptrdiff_t>(steps), 0.0);
        if (spent + dearest > option.budget) return true;
    }
    return false;
}

}  // namespace forestall::app
