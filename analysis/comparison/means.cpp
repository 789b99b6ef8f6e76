// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/means.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/comparison/resampling.hpp"

namespace forestall::comparison {
namespace {

struct Column {
    double mean = 0;
    double variance = 0;  ///< divisor n
    double error = 0;     ///< of the mean
    std::size_t nonzero = 0;
};

Column moments(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    Column out;
    out.mean = mean_of(values);
    const double variance = variance_of(values);
    out.variance = variance * (n - 1) / n;
    out.error = std::sqrt(variance / n);
    out.nonzero =
        static_cast<std::size_t>(std::count_if(values.begin(), values.end(), [](double v) { return v != 0; }));
    return out;
}

/// |t*| of one column. A resample that drew none of the few members that vary has no variance of its own; it gets that
/// of one such member, the least that could be seen.
std::vector<double> absolute_t(const Column& column, const Resamples& resamples, std::size_t c, std::size_t n) {
    std::vector<double> out(resamples.mean[c].size(), 0.0);
    if (column.variance <= 0) return out;
    const double least = column.variance / static_cast<double>(std::max<std::size_t>(1, column.nonzero));
    for (std::size_t r = 0; r < out.size(); ++r) {
        const double variance = std::max(resamples.variance[c][r], least);
        out[r] = std::fabs(resamples.mean[c][r] - column.mean) / std::sqrt(variance / static_cast<double>(n - 1));
    }
    return out;
}

Means means(const Columns& columns, const Plan& plan, bool together) {
    const Resamples resamples = resample(columns, plan);
    const std::size_t n = columns.front().size();
    std::vector<double> largest(plan.replicates, 0.0);
    Means out;
    std::vector<Column> all;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        all.push_back(moments(columns[c]));
        const std::vector<double> t = absolute_t(all[c], resamples, c, n);
        if (!together) out.critical.push_back(critical_value(t, plan.level));
        for (std::size_t r = 0; r < t.size(); ++r) largest[r] = std::max(largest[r], t[r]);
    }
    if (together) out.critical.assign(columns.size(), critical_value(largest, plan.level));
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const double half = out.critical[c] * all[c].error;
        out.figures.push_back({all[c].mean, all[c].mean - half, all[c].mean + half, all[c].error});
        out.nonzero.push_back(all[c].nonzero);
    }
    return out;
}

}  // namespace

Means simultaneous_means(const Columns& columns, const Plan& plan) { return means(columns, plan, true); }
Means separate_means(const Columns& columns, const Plan& plan) { return means(columns, plan, false); }

double critical_value(std::vector<double> simulated, double level) {
    const auto rank = static_cast<std::size_t>(std::ceil(level * static_cast<double>(simulated.size() + 1)));
    const std::size_t at = std::min(std::max<std::size_t>(rank, 1), simulated.size()) - 1;
    std::nth_element(simulated.begin(), simulated.begin() + static_cast<std::ptrdiff_t>(at), simulated.end());
    return simulated[at];
}

}  // namespace forestall::comparison
