// SPDX-License-Identifier: Apache-2.0
#include "analysis/scores/month_series.hpp"

#include <algorithm>
#include <cmath>

namespace forestall::analysis {
namespace {

constexpr std::size_t longest_history = 12;

}  // namespace

Split split_of(const MonthSeries& series) {
    Split out;
    for (std::size_t m = 0; m < series.seen.size(); ++m)
        if (!std::isnan(series.seen[m])) out.scored.push_back(m);
    const std::size_t known = std::min(longest_history, out.scored.size() / 2);
    const auto end = out.scored.begin() + static_cast<std::ptrdiff_t>(known);
    out.history.assign(out.scored.begin(), end);
    out.scored.erase(out.scored.begin(), end);
    return out;
}

Sample last_value_poisson(const MonthSeries& series) {
    const Split split = split_of(series);
    if (split.history.empty()) return {};
    return poisson_sample(series.seen[split.history.back()]);
}

Sample own_history(const MonthSeries& series) {
    Sample out;
    for (const std::size_t m : split_of(series).history) out.push_back(series.seen[m]);
    std::sort(out.begin(), out.end());
    return out;
}

Sample pooled_bootstrap(std::span<const MonthSeries> all, std::size_t but) {
    Sample out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i == but) continue;
        for (const std::size_t m : split_of(all[i]).history) out.push_back(all[i].seen[m]);
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace forestall::analysis
