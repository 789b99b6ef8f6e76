// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/cost_effect.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/comparison/resampling.hpp"

namespace forestall::comparison {
namespace {

double covariance(const std::vector<double>& x, const std::vector<double>& y) {
    const double a = mean_of(x), b = mean_of(y);
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - a) * (y[i] - b);
    return sum / static_cast<double>(x.size() - 1);
}

}  // namespace

Figure cost_per_averted(const std::vector<double>& cost, const std::vector<double>& averted,
                        double critical) {
    if (cost.size() < 2) return {};
    const auto n = static_cast<double>(cost.size());
    const double mean_cost = mean_of(cost), mean_averted = mean_of(averted);
    const double c2 = critical * critical / n;
    // (mean_cost - r mean_averted)^2 = c2 (vc - 2 r v + r^2 va): a quadratic in r that opens
    // upwards where defined.
    const double a = mean_averted * mean_averted - c2 * variance_of(averted);
    if (!(mean_averted > 0) || !(a > 0)) return {};
    const double b = mean_cost * mean_averted - c2 * covariance(cost, averted);
    const double c = mean_cost * mean_cost - c2 * variance_of(cost);
    const double root = std::sqrt(std::max(0.0, b * b - a * c));
    Figure out{mean_cost / mean_averted, (b - root) / a, (b + root) / a, 0};
    std::vector<double> line(cost.size());  // delta method
    for (std::size_t i = 0; i < line.size(); ++i) line[i] = cost[i] - out.value * averted[i];
    out.error = std::sqrt(variance_of(line) / n) / mean_averted;
    return out;
}

Acceptability acceptability(const Columns& costs, const Columns& averted,
                            const std::vector<double>& willingness, const Plan& plan) {
    const std::size_t options = costs.size();
    Columns columns = costs;
    columns.insert(columns.end(), averted.begin(), averted.end());
    const Columns mean = resample(columns, plan).mean;
    Acceptability out{willingness, Columns(options, std::vector<double>(willingness.size()))};
    std::vector<double> benefit(options);
    for (std::size_t w = 0; w < willingness.size(); ++w)
        for (std::size_t r = 0; r < plan.replicates; ++r) {
            for (std::size_t o = 0; o < options; ++o)
                benefit[o] = willingness[w] * mean[options + o][r] - mean[o][r];
            const double most = *std::max_element(benefit.begin(), benefit.end());
            const auto ties = std::count(benefit.begin(), benefit.end(), most);
            for (std::size_t o = 0; o < options; ++o)
                if (benefit[o] == most)
                    out.chance[o][w] +=
                        1 / static_cast<double>(ties) / static_cast<double>(plan.replicates);
        }
    return out;
}

std::vector<double> usual_willingness() {
    std::vector<double> out{0};
    for (double power = 100; power < 1e7; power *= 10)
        for (const double step : {1.0, 2.0, 5.0}) out.push_back(step * power);
    out.push_back(1e7);
    return out;
}

}  // namespace forestall::comparison
