// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/paired.hpp"

namespace forestall::comparison {

Paired paired_of(const Results& results, const Outcome& outcome,
                 const std::vector<std::size_t>& members, std::size_t baseline,
                 const Prices& prices) {
    Paired out;
    out.options = results.header().options;
    out.baseline = baseline;
    out.less_is_better = outcome.less_is_better;
    out.outcome = outcome.values;
    const auto weights = spending_weights(results.header().time, prices);
    for (std::size_t o = 0; o < out.options.size(); ++o)
        out.cost.push_back(present_values(spending(results, o, members), weights));
    out.deaths = outcome_of(results, "civilian_deaths", members).values;
    out.displaced = outcome_of(results, "displaced:peak", members).values;
    out.killing = outcome_of(results, "mass_killing", members).values;
    out.groups = results.header().groups;
    const auto groups = [&](PerGroup variable) {
        std::vector<Columns> by(out.groups.size(), Columns(out.options.size()));
        for (std::size_t o = 0; o < out.options.size(); ++o) {
            Columns columns = by_group(results, variable, o, members);
            if (columns.empty()) return std::vector<Columns>();
            for (std::size_t g = 0; g < columns.size(); ++g) by[g][o] = std::move(columns[g]);
        }
        return by;
    };
    out.deaths_by_group = groups(PerGroup::deaths_by_group);
    out.displaced_by_group = groups(PerGroup::displaced_by_group);
    return out;
}

}  // namespace forestall::comparison
