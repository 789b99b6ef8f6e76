// SPDX-License-Identifier: Apache-2.0
#include "results/export/place_summary.hpp"

#include <algorithm>
#include <limits>

namespace forestall {
namespace {

/// Between the two nearest of sorted values, as R and numpy have it; NaN of none.
double quantile(const std::vector<double>& sorted, double share) {
    if (sorted.empty()) return std::numeric_limits<double>::quiet_NaN();
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

std::vector<std::size_t> members_run(const Results& results, std::size_t option) {
    std::vector<std::size_t> out;
    for (std::size_t m = 0; m < results.members().size(); ++m)
        if (results.ran(option, m)) out.push_back(m);
    return out;
}

PlaceSummary summary_by_place(const Results& results, PerPlace variable, std::size_t option) {
    const auto values = results.values(variable, option);
    const auto members = members_run(results, option);
    const std::size_t places = results.header().locations.size();
    PlaceSummary out;
    for (std::size_t p = 0; p < places; ++p) {
        std::vector<double> here;
        double sum = 0;
        for (const std::size_t m : members) {
            here.push_back(values[m * places + p]);
            sum += here.back();
        }
        std::sort(here.begin(), here.end());
        out.mean.push_back(sum / static_cast<double>(here.size()));
        out.median.push_back(quantile(here, 0.5));
        out.lo.push_back(quantile(here, 0.05));
        out.hi.push_back(quantile(here, 0.95));
    }
    return out;
}

}  // namespace forestall
