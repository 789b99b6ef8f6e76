// SPDX-License-Identifier: Apache-2.0
// A comparison in which it is known what each option does.
#pragma once
#include "analysis/comparison/comparison.hpp"
#include "core/random.hpp"

namespace forestall::comparison {

/// Baseline, an option that saves a fifth of the people, one that does nothing, one that kills, all
/// with groups.
inline Paired planted() {
    Paired p;
    p.options = {"none", "talks", "statement", "raid"};
    const double share[] = {1, 0.8, 1, 1.3};
    p.groups = {"Hill", "Plain"};
    p.deaths_by_group.assign(2, Columns(4));
    p.displaced_by_group.assign(2, Columns(4));
    for (std::size_t o = 0; o < 4; ++o) {
        p.outcome.emplace_back();
        p.cost.emplace_back();
        p.displaced.emplace_back();
        for (std::uint32_t m = 0; m < 400; ++m) {
            Stream s(9, 9, m);
            const double deaths = s.uniform() < 0.5 ? 0 : 100 * s.uniform();
            p.outcome[o].push_back(share[o] * deaths);
            p.cost[o].push_back(o == 0 ? 0 : 1000.0);
            p.displaced[o].push_back(10 * share[o] * deaths);
            for (std::size_t g = 0; g < 2; ++g) {
                const double part = g == 0 ? deaths : (share[o] - 1) * deaths;
                p.deaths_by_group[g][o].push_back(part);
                p.displaced_by_group[g][o].push_back(part);
            }
        }
    }
    p.deaths = p.outcome;
    return p;
}

}  // namespace forestall::comparison
