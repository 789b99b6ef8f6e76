// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/death_scores.hpp"

namespace forestall::analysis {
namespace {

using Positions = std::vector<std::size_t>;

/// Of the series that are judged, those of a kind; "": of any.
Positions judged(const std::vector<MonthSeries>& all, std::string_view kind) {
    Positions out;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].judged && (kind.empty() || all[i].kind == kind)) out.push_back(i);
    return out;
}

constexpr std::string_view judged_kinds[] = {"one_sided", "battle"};

}  // namespace

DeathScores death_scores(const DeathRecord& record) {
    const std::vector<MonthSeries> totals = total_series(record), areas = area_series(record);
    DeathScores out;
    out.months = split_of(totals.front());
    out.totals = score_group(totals, judged(totals, ""));
    out.areas = score_group(areas, judged(areas, ""));
    for (const std::string_view kind : judged_kinds) {
        const std::string name(kind);
        out.by_kind.push_back({name, "", score_group(totals, judged(totals, kind))});
        out.by_areas.push_back({name, "", score_group(areas, judged(areas, kind))});
        for (const std::size_t i : judged(areas, kind))
            out.by_area.push_back({name, areas[i].area, score_group(areas, Positions{i})});
    }
    out.places = place_scores(record);
    out.peak = peak_score(record);
    return out;
}

}  // namespace forestall::analysis
