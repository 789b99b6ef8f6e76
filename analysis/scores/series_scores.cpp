// SPDX-License-Identifier: Apache-2.0
#include "analysis/scores/series_scores.hpp"

#include <array>

namespace forestall::analysis {
namespace {

constexpr std::size_t forecasts_of_each = 4;  ///< three naive ones, then the model
constexpr std::size_t block = 3;              ///< months that are resampled together
constexpr std::size_t least_blocks = 4;       ///< fewer give no interval
constexpr int resamples = 1000;

/// Sums over the series of a group in one month, or in several.
struct Marks {
    double n = 0, crps = 0, ign = 0, mis = 0, in80 = 0, in90 = 0;

    void add(std::span<const double> sample, double seen) {
        n += 1;
        crps += analysis::crps(sample, seen);
        ign += ignorance(sample, seen);
        mis += interval_score(sample, seen);
        in80 += holds(sample, 0.8, seen) ? 1 : 0;
        in90 += holds(sample, 0.9, seen) ? 1 : 0;
    }
    void add(const Marks& other) {
        n += other.n;
        crps += other.crps;
        ign += other.ign;
        mis += other.mis;
        in80 += other.in80;
        in90 += other.in90;
    }
};

using Row = std::array<Marks, forecasts_of_each>;

/// [block of months]; blocks without a scored month are left out.
std::vector<Row> marks_of(std::span<const MonthSeries> all, std::span<const std::size_t> group) {
    std::vector<Row> out;
    for (const std::size_t s : group) {
        const MonthSeries& series = all[s];
        const std::array<Sample, forecasts_of_each - 1> naive{
            last_value_poisson(series), own_history(series), pooled_bootstrap(all, s)};
        for (const std::size_t m : split_of(series).scored) {
            if (out.size() <= m / block) out.resize(m / block + 1);
            Row& row = out[m / block];
            for (std::size_t f = 0; f < naive.size(); ++f)
                if (!naive[f].empty()) row[f].add(naive[f], series.seen[m]);
            if (!series.members[m].empty()) row.back().add(series.members[m], series.seen[m]);
        }
    }
    std::erase_if(out, [](const Row& row) { return !(row.back().n > 0); });
    return out;
}

Row summed(const std::vector<Row>& rows, std::span<const std::size_t> items) {
    Row out;
    for (const std::size_t i : items)
        for (std::size_t f = 0; f < forecasts_of_each; ++f) out[f].add(rows[i][f]);
    return out;
}

template <typename Statistic>
Estimate over_blocks(const std::vector<Row>& rows, Statistic statistic) {
    const int times = rows.size() < least_blocks ? 0 : resamples;
    return bootstrap(rows.size(), times, 1, [&](std::span<const std::size_t> items) {
        return statistic(summed(rows, items));
    });
}

Estimate mean_over_blocks(const std::vector<Row>& rows, std::size_t f, double Marks::*sum) {
    return over_blocks(rows,
                       [&](const Row& r) { return r[f].n > 0 ? r[f].*sum / r[f].n : unknown; });
}

/// Of a forecast that lacks a month which the model has: unknown.
Estimate gain_over_blocks(const std::vector<Row>& rows, std::size_t f) {
    return over_blocks(rows, [&](const Row& r) {
        if (!(r[f].n > 0) || r[f].n != r.back().n) return unknown;
        return (r[f].crps - r.back().crps) / r[f].n;
    });
}

ForecastScore score_of(const std::vector<Row>& rows, const Row& sums, std::size_t f) {
    ForecastScore out;
    out.crps = mean_over_blocks(rows, f, &Marks::crps);
    out.ign = mean_over_blocks(rows, f, &Marks::ign);
    out.mis = mean_over_blocks(rows, f, &Marks::mis);
    out.inside80 = share(sums[f].in80, sums[f].n);
    out.inside90 = share(sums[f].in90, sums[f].n);
    out.gain = gain_over_blocks(rows, f);
    return out;
}

}  // namespace

GroupScore score_group(std::span<const MonthSeries> all, std::span<const std::size_t> group) {
    const std::vector<Row> rows = marks_of(all, group);
    Row sums;
    for (const Row& row : rows)
        for (std::size_t f = 0; f < forecasts_of_each; ++f) sums[f].add(row[f]);
    constexpr std::array<std::array<std::string_view, 2>, forecasts_of_each> names{
        {{"last_value_poisson", "last value with Poisson"},
         {"own_history", "own history"},
         {"pooled_bootstrap", "pooled bootstrap"},
         {"model", "forestall"}}};
    GroupScore out;
    out.forecasts = static_cast<std::size_t>(sums.back().n);
    for (std::size_t f = 0; f < forecasts_of_each; ++f) {
        ForecastScore score = score_of(rows, sums, f);
        score.name = names[f][0];
        score.meaning = names[f][1];
        if (f + 1 == forecasts_of_each)
            out.model = score;
        else
            out.baselines.push_back(score);
    }
    return out;
}

}  // namespace forestall::analysis
