// SPDX-License-Identifier: Apache-2.0
// A hindcast judged: errors over members, camp by camp, and totals over time, beside naive
// forecasts.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "analysis/displacement.hpp"
#include "analysis/search/hindcast.hpp"

namespace forestall::analysis {

/// Totals within this factor of what was counted are accepted (docs/validation.md, written before
/// scoring).
inline constexpr double acceptance_factor = 4;

/// Over members; see DisplacementError.
struct Scores {
    Estimate ard, ard_rescaled, mase7, mase30, pooled;
};
Scores score_members(const Hindcast& h);

/// The last count of a camp and what the members have on that day.
struct CampLine {
    std::string camp;
    int day = 0;
    double counted = 0;
    Estimate simulated;
    double mean_error = 0;  ///< persons, mean over days and members
};
/// Camps that were never counted are left out.
std::vector<CampLine> camp_lines(const Hindcast& h);

/// What was counted of all displaced people on a day, and what the members have.
struct TotalLine {
    int day = 0;
    double counted = 0;
    Estimate simulated;
};
/// `counted`: (day, persons); days that the hindcast has not are left out.
std::vector<TotalLine> total_lines(const Hindcast& h,
                                   const std::vector<std::pair<int, double>>& counted);

/// Over members; see TotalError. Naive: the total of day 30 held; growth from the first day to day
/// 30 carried on.
struct Totals {
    Estimate final_ratio, median_ratio, within, mean_relative;
    TotalError last_value, constant_rate;
};
/// Totals only mean something where all camps are counted on the same days.
Totals score_totals(const Hindcast& h);

}  // namespace forestall::analysis
