// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/burstiness.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace forestall::analysis {
namespace {

std::vector<double> gaps_between(std::span<const int> days) {
    std::vector<int> sorted(days.begin(), days.end());
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    std::vector<double> gaps;
    for (std::size_t i = 1; i < sorted.size(); ++i) gaps.push_back(sorted[i] - sorted[i - 1]);
    return gaps;
}

}  // namespace

double burstiness(std::span<const int> days, std::size_t least) {
    return burstiness(days, 0, 0, least).value;
}

Estimate burstiness(std::span<const int> days, int resamples, std::uint64_t seed,
                    std::size_t least) {
    const std::vector<double> gaps = gaps_between(days);
    if (gaps.empty() || gaps.size() < least) return {unknown, unknown, unknown};
    return bootstrap(gaps.size(), resamples, seed, [&](std::span<const std::size_t> items) {
        double sum = 0;
        double squares = 0;
        for (const std::size_t i : items) {
            sum += gaps[i];
            squares += gaps[i] * gaps[i];
        }
        const auto n = static_cast<double>(items.size());
        const double mean = sum / n;
        const double sd = std::sqrt(std::max(0.0, squares / n - mean * mean));
        return (sd - mean) / (sd + mean);
    });
}

double burstiness_of_chance(double busy) {
    const double ratio = std::sqrt(1 - busy);
    return (ratio - 1) / (ratio + 1);
}

}  // namespace forestall::analysis
