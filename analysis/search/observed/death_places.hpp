// SPDX-License-Identifier: Apache-2.0
// Where people died and in which month most of them: members beside what was observed. All kinds of
// violence together, in the months in which a kind was watched.
#pragma once
#include <cstddef>
#include <optional>

#include "analysis/estimate.hpp"
#include "analysis/search/observed/death_series.hpp"

namespace forestall::analysis {

struct PlaceScores {
    std::size_t areas = 0;
    double deaths = 0;   ///< observed in a known area, persons
    double nowhere = 0;  ///< observed in none, left out here
    /// Nats per observed death: log of the members' share of its area over the area's share of the
    /// people; interval: bootstrap over rows of the record (analysis/patterns/whereabouts.hpp).
    Estimate log_score;
    /// Spearman's rank correlation over areas of deaths per head; interval: bootstrap over areas.
    /// Neither has an interval from fewer than ten rows.
    Estimate spearman;
};

/// A member's deaths count in proportion: what is compared is where a death of any member lies.
PlaceScores place_scores(const DeathRecord& record);

struct PeakScore {
    std::size_t seen = 0;     ///< month of the layout with most deaths; of equal ones the first
    double seen_deaths = 0;   ///< in that month, persons
    std::size_t members = 0;  ///< that have a death
    double lo = 0;            ///< months of the layout: central 90 % of the members' peaks
    double median = 0;
    double hi = 0;
    Estimate near;      ///< share of members whose peak is at most three months away
    double chance = 0;  ///< share of all watched months that are
    bool held() const { return lo <= static_cast<double>(seen) && static_cast<double>(seen) <= hi; }
};

/// None if nobody died, there or in any member.
std::optional<PeakScore> peak_score(const DeathRecord& record);

}  // namespace forestall::analysis
