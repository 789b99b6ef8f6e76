// SPDX-License-Identifier: Apache-2.0
// What the places of a Flee instance become, blank populations, and what looks wrong on its map.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/importers/flee_instance.hpp"
#include "scenario/map_checks.hpp"

namespace forestall {

namespace {

PlaceKind kind_of(const FleePlace& place, Report& report) {
    const auto has = [&](std::string_view part) {
        return place.type.find(part) != std::string::npos;
    };
    if (has("camp")) return PlaceKind::camp;
    if (has("forward") || has("marker")) {
        const bool inhabited = !place.place.foreign && place.count.value_or(0) > 0;
        return inhabited ? PlaceKind::settlement : PlaceKind::border_point;
    }
    if (!has("conflict") && !has("town") && !has("flood") && !has("default"))
        report.add("W107", place.at,
                   fmt::format("{} is of type {}", shown(place.place.name), shown(place.type)));
    return PlaceKind::settlement;
}

bool has_people(const FleePlace& place) {
    return !place.place.foreign && place.place.kind == PlaceKind::settlement;
}

/// Median of the known, positive populations at home; 0 if there is none.
Persons median_population(const FleeInstance& instance, std::size_t& known) {
    std::vector<Persons> counts;
    for (const auto& place : instance.places) {
        if (has_people(place) && place.count.value_or(0) > 0) counts.push_back(*place.count);
    }
    known = counts.size();
    if (counts.empty()) return 0;
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>((counts.size() - 1) / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    return *middle;
}

}  // namespace

void fill_flee_populations(FleeReading& r) {
    for (auto& place : r.out.places) place.place.kind = kind_of(place, r.report);
    std::size_t known = 0;
    const Persons median = median_population(r.out, known);
    for (auto& place : r.out.places) {
        if (place.place.kind == PlaceKind::camp) {
            place.place.capacity = place.count;
        } else if (!has_people(place)) {
            if (place.count.value_or(0) > 0) {
                r.tally.things["persons"].drop(place.place.foreign ? "abroad" : "at a crossing",
                                               static_cast<double>(*place.count));
                r.report.add("W108", place.at,
                             fmt::format("{} people at {}", *place.count, shown(place.place.name)),
                             "not imported: people abroad and at crossings are not followed");
            }
        } else if (!place.count) {
            place.place.population_known = false;
            const bool impute = r.options.impute && median > 0;
            place.count = impute ? median : 0;
            r.imputed += *place.count;
            r.report.add("W101", place.at,
                         fmt::format("the population of {} is blank", shown(place.place.name)),
                         impute ? fmt::format("imputed as {}, the median of the {} known ones in "
                                              "{}, range a fifth to five "
                                              "times",
                                              median, known, r.out.home)
                                : "taken as 0");
        }
    }
}

void check_flee_geography(FleeReading& r) {
    std::vector<Place> places;
    std::vector<Route> routes;
    for (const auto& place : r.out.places) places.push_back(place.place);
    for (const auto& route : r.out.routes) {
        routes.push_back(
            {static_cast<PlaceId>(route.from), static_cast<PlaceId>(route.to), route.km});
        const Place& sender = places[route.forced == 1 ? route.to : route.from];
        if (route.forced != 0 && sender.kind == PlaceKind::camp)
            r.report.add("E105", route.at,
                         fmt::format("camp {} sends everyone on, so that nobody can stay there",
                                     shown(sender.name)));
    }
    for (const auto& doubt : map_doubts(places, routes))
        r.report.add(doubt.code,
                     doubt.of_route ? r.out.routes[doubt.at].at : r.out.places[doubt.at].at,
                     doubt.message);
}

}  // namespace forestall
