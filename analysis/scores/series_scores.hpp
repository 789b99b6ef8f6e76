// SPDX-License-Identifier: Apache-2.0
// An ensemble's counts by month judged beside naive forecasts of the same months.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/estimate.hpp"
#include "analysis/scores/month_series.hpp"

namespace forestall::analysis {

/// Means over the scored months of all series of a group. Intervals of scores: bootstrap of blocks
/// of three months on end, in which the series of a group stay together, none from fewer than four
/// blocks; those of shares: Wilson's,
/// as if months and areas had nothing to do with each other, so too narrow. NaN: no such forecast.
struct ForecastScore {
    std::string_view name;     ///< key in the document
    std::string_view meaning;  ///< for people
    Estimate crps;             ///< persons
    Estimate ign;              ///< bits
    Estimate mis;              ///< persons; mean interval score
    Estimate inside80;         ///< share of months that the central 80 % hold
    Estimate inside90;
    Estimate gain;  ///< persons: its CRPS less that of the model, above 0 where the model is nearer
};

struct GroupScore {
    std::size_t forecasts = 0;             ///< months that were scored, of all series of the group
    std::vector<ForecastScore> baselines;  ///< last_value_poisson, own_history, pooled_bootstrap
    ForecastScore model;
};

/// Scores the series at positions `group` of `all`; the pool is of all others in `all`. All series
/// have the same months.
GroupScore score_group(std::span<const MonthSeries> all, std::span<const std::size_t> group);

}  // namespace forestall::analysis
