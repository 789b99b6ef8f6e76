// SPDX-License-Identifier: Apache-2.0
#include "analysis/estimate.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/quantile.hpp"
#include "core/random.hpp"

namespace forestall::analysis {

Estimate estimate(std::vector<double> values) {
    std::erase_if(values, [](double v) { return std::isnan(v); });
    if (values.empty()) return {unknown, unknown, unknown};
    std::sort(values.begin(), values.end());
    double sum = 0;
    for (const double v : values) sum += v;
    return {sum / static_cast<double>(values.size()), quantile_of_sorted(values, 0.025),
            quantile_of_sorted(values, 0.975)};
}

Estimate bootstrap(std::size_t n, int resamples, std::uint64_t seed,
                   const std::function<double(std::span<const std::size_t>)>& statistic) {
    constexpr auto draws = process("analysis.bootstrap");
    std::vector<std::size_t> items(n);
    std::iota(items.begin(), items.end(), std::size_t{0});
    const double value = statistic(items);
    if (resamples <= 0 || n == 0 || std::isnan(value)) return {value, unknown, unknown};
    std::vector<double> values;
    for (int r = 0; r < resamples; ++r) {
        Stream stream(seed, draws, static_cast<std::uint32_t>(r));
        for (auto& item : items) item = static_cast<std::size_t>(stream.below(n));
        values.push_back(statistic(items));
    }
    const Estimate spread = estimate(std::move(values));
    return {value, spread.lo, spread.hi};
}

Estimate share(double k, double n) {
    if (!(n > 0)) return {unknown, unknown, unknown};
    constexpr double z = 1.959963985;
    const double p = k / n;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {p, k > 0 ? middle - half : 0, k < n ? middle + half : 1};
}

}  // namespace forestall::analysis
