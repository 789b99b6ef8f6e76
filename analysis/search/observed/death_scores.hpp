// SPDX-License-Identifier: Apache-2.0
// Observed deaths and an ensemble's judged together: totals, areas, places, the peak.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/scores/series_scores.hpp"
#include "analysis/search/observed/death_places.hpp"

namespace forestall::analysis {

struct NamedScore {
    std::string kind;
    std::string area;  ///< "": of all of them
    GroupScore score;
};

struct DeathScores {
    Split months;                      ///< of one-sided violence; months of the layout
    GroupScore totals;                 ///< both kinds, all areas together
    GroupScore areas;                  ///< both kinds, area by area
    std::vector<NamedScore> by_kind;   ///< all areas together
    std::vector<NamedScore> by_areas;  ///< each kind, mean over areas
    std::vector<NamedScore> by_area;   ///< each kind and area
    PlaceScores places;
    std::optional<PeakScore> peak;
};

DeathScores death_scores(const DeathRecord& record);

}  // namespace forestall::analysis
