// SPDX-License-Identifier: Apache-2.0
// How far simulated counts of displaced people lie from counted ones, by Flee's own measures
// (Suleimenova, Bell & Groen 2017), and how far naive forecasts lie. Pure functions on tables of
// counts: dims day, camp; one row per day counted.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace forestall::analysis {

/// Counts of people: `at(row, camp)`; rows are days in ascending order. NaN: not counted on that
/// day; such cells enter no sum.
struct CampCounts {
    std::vector<std::string> camps;
    std::vector<int> days;
    std::vector<double> counts;

    double at(std::size_t row, std::size_t camp) const { return counts[row * camps.size() + camp]; }
    double total(std::size_t row) const;
    /// Whether every camp was counted on every day.
    bool complete() const;
};

/// Errors, dimensionless; NaN where a measure is undefined (nobody counted; a perfect naive
/// forecast).
struct DisplacementError {
    double ard = 0;  ///< averaged relative difference: mean over days of Σ|sim - data| / Σ data
    double ard_rescaled = 0;  ///< the same after scaling sim to the counted total of each day
    double mase7 = 0;   ///< mean absolute scaled error: camp by camp, error over that of the counts
                        ///< of day 7 held constant, camps weighted by people-days counted
    double mase30 = 0;  ///< the same with day 30
    double pooled = 0;  ///< Σ|sim - data| / Σ data over everything counted: not led by days on
                        ///< which few were counted
};

/// Days without anyone counted are left out: a relative difference has no meaning there.
/// `simulated` has the shape of `data`. Throws std::invalid_argument if shapes differ.
DisplacementError displacement_error(const CampCounts& simulated, const CampCounts& data);

/// Mean over days of |sim - data| of one camp, persons.
double mean_error_of_camp(const CampCounts& simulated, const CampCounts& data, std::size_t camp);

/// Shares of the first day with anyone counted, times each day's counted total. `data` must be
/// complete.
CampCounts constant_shares(const CampCounts& data);
/// The counts of the first day with anyone counted, held; of a camp not counted then, its own first
/// count.
CampCounts last_value(const CampCounts& data);
/// The counted total of each day split in proportion to the camps' capacities: no simulation, only
/// the leak.
CampCounts capacity_split(const CampCounts& data, const std::vector<double>& capacities);

/// Total over time: simulated to counted, over the days with anyone counted.
struct TotalError {
    double final_ratio = 0;    ///< on the last day
    double median_ratio = 0;   ///< over days
    double within_factor = 0;  ///< share of days within the acceptance factor
    double mean_relative = 0;  ///< mean |sim - data| / data
};
TotalError total_error(const std::vector<double>& simulated, const std::vector<double>& counted,
                       double factor);

}  // namespace forestall::analysis
