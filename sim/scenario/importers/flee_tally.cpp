// SPDX-License-Identifier: Apache-2.0
// What of a Flee instance is in the scenario made of it.
#include <algorithm>
#include <set>

#include "scenario/importers/flee_instance.hpp"

namespace forestall {

namespace {

constexpr const char* daily_file = "observed_daily.csv";

/// Rows of flags, and places whose flags all come after the period.
void tally_flags(FleeReading& r) {
    const auto late = [&](Day day) { return day >= r.out.days; };
    if (!r.out.flag_rows.empty()) {
        TallyLine& rows = r.rows_of(r.out.prefix + "conflicts.csv");
        const auto lost = std::count_if(r.out.flag_rows.begin(), r.out.flag_rows.end(), late);
        rows.drop(outside_period, static_cast<double>(lost));
        rows.in_world = static_cast<double>(r.out.flag_rows.size()) - static_cast<double>(lost);
    }
    std::set<std::size_t> all;
    std::set<std::size_t> early;
    for (const auto& span : r.out.spans) {
        all.insert(span.place);
        if (!late(span.first)) early.insert(span.place);
    }
    if (!all.empty())
        r.tally.things["conflict_places"].drop(outside_period,
                                               static_cast<double>(all.size() - early.size()));
}

/// Counts per camp: of a daily table, or of the files of source_data/.
void tally_counts(FleeReading& r) {
    const bool daily = r.out.counts && r.out.counts->file == daily_file;
    for (const auto& file : r.out.series_files) {
        TallyLine& rows = r.rows_of(file.name);
        const auto counts = static_cast<double>(file.counts);
        if (daily)
            rows.drop("observed_daily.csv is used instead", counts);
        else if (!r.place(file.camp))
            rows.drop("a counted camp is not a location", counts);
        else if (!r.out.counts)
            rows.drop("no count falls within the period", counts);
        else
            rows.in_world += counts;
    }
    if (r.text(daily_file) != nullptr) {
        TallyLine& rows = r.rows_of(daily_file);
        if (daily)
            rows.in_world = static_cast<double>(r.out.counts->dates.size());
        else
            rows.drop("no count falls within the period", rows.read - rows.lost());
    }
    const auto found = r.tally.rows.find(r.out.prefix + "registration_corrections.csv");
    if (found == r.tally.rows.end()) return;
    TallyLine& corrections = found->second;
    const double applied = corrections.read - corrections.lost();
    if (daily)
        corrections.drop("observed_daily.csv is used instead", applied);
    else
        corrections.in_world = applied;
}

}  // namespace

void tally_flee(FleeReading& r, const WorldTables& made) {
    tally_flags(r);
    tally_counts(r);
    double persons = 0;
    double capacity = 0;
    std::set<PlaceId> struck;
    for (const auto& home : made.populations) {
        if (made.places[index(home.place)].population_known)
            persons += static_cast<double>(home.persons);
    }
    for (const auto& place : made.places)
        capacity += static_cast<double>(place.capacity.value_or(0));
    for (const auto& event : made.violence) struck.insert(event.place);
    r.tally.things["persons"].in_world = persons;
    r.tally.things["camp_capacity"].in_world = capacity;
    r.tally.things["conflict_places"].in_world = static_cast<double>(struck.size());
    r.rows_of(r.out.prefix + "locations.csv").in_world = static_cast<double>(made.places.size());
    r.rows_of(r.out.prefix + "routes.csv").in_world = static_cast<double>(made.routes.size());
    const auto in_time = [&](const FleeClosure& closure) { return closure.first < r.out.days; };
    const auto closures = std::count_if(r.out.closures.begin(), r.out.closures.end(), in_time);
    if (r.text(r.out.prefix + "closures.csv") != nullptr)
        r.rows_of(r.out.prefix + "closures.csv").in_world += static_cast<double>(closures);
}

}  // namespace forestall
