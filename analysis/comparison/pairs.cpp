// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/pairs.hpp"

#include <algorithm>

#include "analysis/comparison/family.hpp"
#include "analysis/comparison/resampling.hpp"

namespace forestall::comparison {
namespace {

/// Pairs that differ in enough members; the others only where the best is one of the two.
std::vector<Contrast> pairs_of(const Columns& outcomes, std::size_t best) {
    std::vector<Contrast> out;
    for (std::size_t a = 0; a < outcomes.size(); ++a)
        for (std::size_t b = a + 1; b < outcomes.size(); ++b) {
            std::size_t differ = 0;
            for (std::size_t m = 0; m < outcomes[a].size() && differ < few_members; ++m)
                differ += outcomes[a][m] != outcomes[b][m] ? 1 : 0;
            if (differ == few_members || a == best || b == best) out.push_back({a, b});
        }
    return out;
}

}  // namespace

AllPairs pairs_with(const Columns& outcomes, std::size_t best, const Plan& plan) {
    AllPairs out;
    out.best = best;
    const std::vector<Contrast> pairs = pairs_of(outcomes, best);
    out.from_best.assign(outcomes.size(), Figure{0, 0, 0, 0});
    if (pairs.empty()) return out;
    const std::size_t all = outcomes.size() * (outcomes.size() - 1) / 2;
    const Means means = family_of(outcomes, pairs, plan, all).means;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        const auto [a, b] = pairs[p];
        const Figure& f = means.figures[p];
        if (b == best) out.from_best[a] = f;
        if (a == best) out.from_best[b] = {-f.value, -f.hi, -f.lo, f.error};
    }
    for (std::size_t o = 0; o < outcomes.size(); ++o)
        if (o != best && !(out.from_best[o].lo > 0)) out.not_told.push_back(o);
    return out;
}

AllPairs all_pairs(const Columns& outcomes, std::size_t baseline, const Plan& plan) {
    std::size_t best = baseline;
    for (std::size_t o = 0; o < outcomes.size(); ++o)
        if (mean_of(outcomes[o]) < mean_of(outcomes[best])) best = o;
    return pairs_with(outcomes, best, plan);
}

}  // namespace forestall::comparison
