// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/pairs.hpp"

#include "analysis/comparison/means.hpp"
#include "analysis/comparison/resampling.hpp"

namespace forestall::comparison {

AllPairs all_pairs(const Columns& outcomes, std::size_t baseline, const Plan& plan) {
    AllPairs out;
    out.best = baseline;
    for (std::size_t o = 0; o < outcomes.size(); ++o)
        if (mean_of(outcomes[o]) < mean_of(outcomes[out.best])) out.best = o;
    std::vector<Contrast> pairs;
    for (std::size_t a = 0; a < outcomes.size(); ++a)
        for (std::size_t b = a + 1; b < outcomes.size(); ++b) pairs.push_back({a, b});
    out.from_best.assign(outcomes.size(), Figure{0, 0, 0, 0});
    if (pairs.empty()) return out;
    const Means means = simultaneous_means(outcomes, pairs, plan);
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        const auto [a, b] = pairs[p];
        const Figure& f = means.figures[p];
        if (b == out.best) out.from_best[a] = f;
        if (a == out.best) out.from_best[b] = {-f.value, -f.hi, -f.lo, f.error};
    }
    for (std::size_t o = 0; o < outcomes.size(); ++o)
        if (o != out.best && !(out.from_best[o].lo > 0)) out.not_told.push_back(o);
    return out;
}

}  // namespace forestall::comparison
