// SPDX-License-Identifier: Apache-2.0
#include "analysis/scores/forecast.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/quantile.hpp"

namespace forestall::analysis {
namespace {

constexpr std::array<double, 10> bin_ends{0.5,  2.5,   5.5,   10.5,  25.5,
                                          50.5, 100.5, 250.5, 500.5, 1000.5};
constexpr double weight = 1000;  ///< of a sample beside one more value in each bin

std::size_t bin_of(double count) {
    return static_cast<std::size_t>(std::lower_bound(bin_ends.begin(), bin_ends.end(), count) -
                                    bin_ends.begin());
}

}  // namespace

double crps(std::span<const double> sample, double seen) {
    const auto n = static_cast<double>(sample.size());
    double error = 0, spread = 0, rank = 1;
    for (const double x : sample) {
        error += std::abs(x - seen);
        spread += (2 * rank - n - 1) * x;
        rank += 1;
    }
    return error / n - spread / (n * n);
}

double ignorance(std::span<const double> sample, double seen) {
    const std::size_t bin = bin_of(seen);
    const auto in_bin =
        std::count_if(sample.begin(), sample.end(), [&](double x) { return bin_of(x) == bin; });
    const double share = static_cast<double>(in_bin) / static_cast<double>(sample.size());
    const auto bins = static_cast<double>(bin_ends.size() + 1);
    return -std::log2((weight * share + 1) / (weight + bins));
}

double interval_score(std::span<const double> sample, double seen) {
    constexpr double outside = 0.1;
    const double lo = quantile_of_sorted(sample, outside / 2);
    const double hi = quantile_of_sorted(sample, 1 - outside / 2);
    return hi - lo + 2 / outside * (std::max(0.0, lo - seen) + std::max(0.0, seen - hi));
}

bool holds(std::span<const double> sample, double share, double seen) {
    const double tail = (1 - share) / 2;
    return quantile_of_sorted(sample, tail) <= seen && seen <= quantile_of_sorted(sample, 1 - tail);
}

Sample poisson_sample(double mean) {
    constexpr int size = 1000;
    Sample out;
    const double end = mean + 40 * std::sqrt(mean) + 40;  // where nothing is left
    double count = 0, below = std::exp(-mean);
    for (int i = 0; i < size; ++i) {
        while (below < (i + 0.5) / size && mean > 0 && count < end) {
            count += 1;
            below += std::exp(count * std::log(mean) - mean - std::lgamma(count + 1));
        }
        out.push_back(count);
    }
    return out;
}

}  // namespace forestall::analysis
