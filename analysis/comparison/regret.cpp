// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/regret.hpp"

#include <algorithm>

#include "analysis/comparison/means.hpp"
#include "analysis/comparison/resampling.hpp"

namespace forestall::comparison {

Columns member_regrets(const Columns& outcomes) {
    Columns out = outcomes;
    for (std::size_t m = 0; m < outcomes.front().size(); ++m) {
        double least = outcomes[0][m];
        for (const auto& o : outcomes) least = std::min(least, o[m]);
        for (auto& o : out) o[m] -= least;
    }
    return out;
}

std::vector<Figure> regrets(const Columns& outcomes, const Plan& plan) {
    std::vector<Figure> out = separate_means(member_regrets(outcomes), plan).figures;
    for (Figure& f : out) f.lo = std::max(0.0, f.lo);
    return out;
}

std::vector<double> regrets_of_means(const Columns& outcomes) {
    std::vector<double> out;
    for (const auto& o : outcomes) out.push_back(mean_of(o));
    const double least = *std::min_element(out.begin(), out.end());
    for (double& v : out) v -= least;
    return out;
}

}  // namespace forestall::comparison
