// SPDX-License-Identifier: Apache-2.0
#include "app/sweep/precise.hpp"

#include <cmath>

#include "analysis/expression/of_results.hpp"

namespace forestall::app {
namespace {

bool precise(const std::vector<double>& values, double share) {
    constexpr double z = 1.959963985;
    double n = 0;
    double mean = 0;
    double squares = 0;
    for (const double x : values) {
        if (std::isnan(x)) continue;
        ++n;
        const double off = x - mean;
        mean += off / n;
        squares += off * (x - mean);
    }
    if (n < 2) return false;
    return z * std::sqrt(squares / (n - 1) / n) <= share * std::fabs(mean);
}

}  // namespace

bool precise_enough(const Results& results, const expression::Term& outcome, double share) {
    for (std::size_t column = 0; column < results.columns(); ++column)
        if (!precise(expression::outcome_of(results, column, outcome).numbers, share)) return false;
    return true;
}

}  // namespace forestall::app
