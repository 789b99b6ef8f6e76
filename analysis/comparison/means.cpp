// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/means.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/order.hpp"

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
    out.nonzero = static_cast<std::size_t>(
        std::count_if(values.begin(), values.end(), [](double v) { return v != 0; }));
    return out;
}

/// |t*| of a resample of one column. A resample that drew none of the few members that vary has no
/// variance of its own; it gets that of one such member, the least that could be seen.
double absolute_t(const Column& column, double mean, double variance, std::size_t n) {
    if (column.variance <= 0) return 0;
    const double least =
        column.variance / static_cast<double>(std::max<std::size_t>(1, column.nonzero));
    return std::fabs(mean - column.mean) /
           std::sqrt(std::max(variance, least) / static_cast<double>(n - 1));
}

Means figures_of(const std::vector<Column>& columns, std::vector<double> critical) {
    Means out;
    out.critical = std::move(critical);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const double half = out.critical[c] * columns[c].error;
        out.figures.push_back(
            {columns[c].mean, columns[c].mean - half, columns[c].mean + half, columns[c].error});
        out.nonzero.push_back(columns[c].nonzero);
    }
    return out;
}

}  // namespace

Means simultaneous_means(const Columns& columns, std::span<const Contrast> contrasts,
                         const Plan& plan) {
    const Resampler resampler(columns, contrasts, plan);
    const std::size_t n = columns.front().size();
    std::vector<Column> all;
    for (const Contrast& c : contrasts) all.push_back(moments(values_of(columns, c)));
    std::vector<double> largest(plan.replicates, 0.0);
    resampler.run([&](std::size_t r, std::size_t c, double mean, double variance) {
        largest[r] = std::max(largest[r], absolute_t(all[c], mean, variance, n));
    });
    return figures_of(
        all, std::vector<double>(all.size(), critical_value(std::move(largest), plan.level)));
}

Means simultaneous_means(const Columns& columns, const Plan& plan) {
    return simultaneous_means(columns, plain(columns), plan);
}

Means separate_means(const Columns& columns, const Plan& plan) {
    const Resamples resamples = resample(columns, plan);
    const std::size_t n = columns.front().size();
    std::vector<Column> all;
    std::vector<double> critical;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        all.push_back(moments(columns[c]));
        std::vector<double> t(plan.replicates);
        for (std::size_t r = 0; r < t.size(); ++r)
            t[r] = absolute_t(all[c], resamples.mean[c][r], resamples.variance[c][r], n);
        critical.push_back(critical_value(std::move(t), plan.level));
    }
    return figures_of(all, std::move(critical));
}

double critical_value(std::vector<double> simulated, double level) {
    if (simulated.empty() || !analysis::all_numbers(simulated)) return not_defined;
    const auto rank =
        static_cast<std::size_t>(std::ceil(level * static_cast<double>(simulated.size() + 1)));
    const std::size_t at = std::min(std::max<std::size_t>(rank, 1), simulated.size()) - 1;
    std::nth_element(simulated.begin(), simulated.begin() + static_cast<std::ptrdiff_t>(at),
                     simulated.end());
    return simulated[at];
}

}  // namespace forestall::comparison
