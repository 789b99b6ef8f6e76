// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/pairing.hpp"

#include <cmath>

#include "analysis/comparison/resampling.hpp"

namespace forestall::comparison {

std::vector<Figure> variance_reductions(const Columns& outcomes, std::size_t baseline,
                                        const Plan& plan) {
    const std::size_t options = outcomes.size();
    Columns columns = outcomes;  // options first, then their differences to the baseline
    for (std::size_t o = 0; o < options; ++o) {
        columns.push_back(outcomes[o]);
        for (std::size_t m = 0; m < outcomes[o].size(); ++m)
            columns.back()[m] -= outcomes[baseline][m];
    }
    const Columns variance = resample(columns, plan).variance;
    std::vector<Figure> out(options);
    for (std::size_t o = 0; o < options; ++o) {
        const double own = variance_of(columns[options + o]);
        if (o == baseline || own <= 0) continue;
        std::vector<double> simulated, logs;
        for (std::size_t r = 0; r < plan.replicates; ++r) {
            const double of_difference = variance[options + o][r];
            if (of_difference <= 0) continue;  // drew none of the members that differ
            simulated.push_back((variance[baseline][r] + variance[o][r]) / of_difference);
            logs.push_back(std::log(simulated.back()));
        }
        const double value = (variance_of(outcomes[baseline]) + variance_of(outcomes[o])) / own;
        const double tail = (1 - plan.level) / 2;
        out[o] = {value, quantile_of(simulated, tail), quantile_of(simulated, 1 - tail),
                  value * std::sqrt(variance_of(logs))};
    }
    return out;
}

}  // namespace forestall::comparison
