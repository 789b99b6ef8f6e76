// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/cost.hpp"

#include <cmath>
#include <stdexcept>

namespace forestall::comparison {

std::vector<double> spending_weights(std::span<const std::int64_t> days, const Prices& prices) {
    constexpr double days_a_year = 365.25;
    const double to_year =
        std::pow(1 + prices.inflation, static_cast<double>(prices.to - prices.from));
    std::vector<double> out;
    for (const std::int64_t day : days)
        out.push_back(to_year *
                      std::pow(1 + prices.discount, -static_cast<double>(day) / days_a_year));
    return out;
}

std::vector<double> present_values(std::span<const double> spend, std::span<const double> weights) {
    if (weights.empty() || spend.size() % weights.size() != 0)
        throw std::invalid_argument("spending and steps differ in number");
    std::vector<double> out(spend.size() / weights.size());
    for (std::size_t m = 0; m < out.size(); ++m)
        for (std::size_t t = 0; t < weights.size(); ++t)
            out[m] += spend[m * weights.size() + t] * weights[t];
    return out;
}

}  // namespace forestall::comparison
