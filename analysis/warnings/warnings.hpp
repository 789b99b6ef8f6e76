// SPDX-License-Identifier: Apache-2.0
// How good the desk's warnings of mass killing are in the model's own runs: its risk against last
// quarter's reported deaths, at three distances; and how early and how rightly each stage is seen.
// Intervals: Efron's bootstrap over members, Wilson's for shares of onsets. What rests on fewer
// than `least_onsets` onsets is not stated (NaN). docs/methods/warnings.md
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/estimate.hpp"
#include "analysis/warnings/alarms.hpp"
#include "analysis/warnings/roc.hpp"

namespace forestall::analysis {

inline constexpr std::size_t least_onsets = 10;
inline constexpr std::array weeks_ahead = {13, 26, 52};
/// Shares of quiet readings above a level, at which what is caught is stated.
inline constexpr std::array quiet_shares = {0.05, 0.1, 0.2};

/// Of one number that may warn.
struct Discrimination {
    Estimate auc;
    std::array<Estimate, quiet_shares.size()> caught;  ///< share of readings before an onset
    std::vector<RocPoint> roc;                         ///< of all readings
};

struct Horizon {
    int weeks = 0;
    std::size_t onsets = 0;    ///< that have a reading so many weeks before, or fewer
    std::size_t before = 0;    ///< readings before an onset
    std::size_t quiet = 0;     ///< readings before none
    std::size_t at_peace = 0;  ///< members with such a reading
    Discrimination desk;
    Discrimination deaths;   ///< last quarter's reported deaths, read as late as the desk reads
    Discrimination at_once;  ///< the same, read on the day of the report
    Estimate gain;           ///< AUC of the desk less that of `deaths`
    Estimate gain_at_once;   ///< AUC of the desk less that of `at_once`

    /// Whether onsets and members with quiet readings are enough for figures.
    bool enough() const { return onsets >= least_onsets && at_peace >= least_onsets; }
};

/// Of a stage as the desk first sees it, or a higher one.
struct StageWarning {
    Stage stage = Stage::response;
    std::size_t seen_before = 0;  ///< onsets before which it was seen
    std::size_t from_start = 0;   ///< of these, seen in the run's first step
    /// Weeks from its being seen to the onset, over all onsets; 0 where it was not seen before.
    Estimate lead;                                   ///< the median
    double lead_low = unknown, lead_high = unknown;  ///< central 80 % of onsets
    Alarms sums;                                     ///< over all members
    Estimate preceded;      ///< share of onsets with the alarm within the half-year before
    Estimate false_alarms;  ///< per ten country-years
};

struct Warnings {
    std::size_t members = 0;
    std::size_t onsets = 0;
    std::vector<Horizon> horizons;     ///< as `weeks_ahead`
    std::vector<StageWarning> stages;  ///< prevention, mitigation, response

    const Horizon& half_year() const { return horizons[1]; }
};

Warnings warnings_of(std::span<const Watched> members, std::uint64_t seed = 1,
                     int resamples = 1000);

}  // namespace forestall::analysis
