// SPDX-License-Identifier: Apache-2.0
// Deaths by kind, area and month as series that can be scored: what was observed beside the members
// of an ensemble.
#pragma once
#include <span>
#include <vector>

#include "analysis/scores/month_series.hpp"
#include "analysis/search/observed/death_figures.hpp"

namespace forestall::analysis {

/// What is scored: the tables of the observed rows and of the members, in one layout. Members are
/// on the scale of what the rows hold: their deaths times the coverage of the kind and month, the
/// mean of its rows' (1 where unknown).
struct DeathRecord {
    const DeathLayout& layout;  ///< of grain region
    std::span<const DeathsRow> rows;
    DeathFigures seen;
    std::vector<std::vector<double>> members;  ///< persons; each of dims kind, month, spot

    bool watched(ViolenceKind kind, std::size_t month) const {
        return seen.watched[static_cast<std::size_t>(kind) * layout.months() + month];
    }
};

DeathRecord death_record(const DeathLayout& layout, std::span<const DeathsRow> rows,
                         std::span<const DeathFigures> members);

/// Deaths of each kind in the whole scenario, those known to no area among them. Communal violence
/// is not judged.
std::vector<MonthSeries> total_series(const DeathRecord& record);
/// The same of each kind in each area; what is known to no area is in none.
std::vector<MonthSeries> area_series(const DeathRecord& record);

}  // namespace forestall::analysis
