// SPDX-License-Identifier: Apache-2.0
// Which country of a Flee instance is home, and whether anybody there can leave.
//
// Flee takes the country of the first location. That holds as long as people can flee from it; an
// instance whose first row is a camp abroad would otherwise have a home without people. So: the
// first country if it has a conflict zone (or, where no country has one, a town with people), else
// the one with the most people in conflict zones, then with the most conflict zones, then with the
// most people in towns.
// Source: Flee, flee/InputGeography.py, StoreInputGeographyInEcosystem ("Home country is assumed to
// be ...").
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "scenario/importers/flee_instance.hpp"

namespace forestall {

namespace {

struct Country {
    std::string name;
    Persons in_zones = 0;  ///< people in conflict zones
    int zones = 0;
    Persons in_towns = 0;
    auto weight() const { return std::tuple(in_zones, zones, in_towns); }
};

/// Countries in the order of the file.
std::vector<Country> countries_of(const FleeReading& r) {
    std::vector<bool> flagged(r.out.places.size(), false);
    for (const auto& span : r.out.spans)
        flagged[span.place] = flagged[span.place] || span.intensity > 0;
    std::vector<Country> out;
    for (std::size_t p = 0; p < r.out.places.size(); ++p) {
        const FleePlace& place = r.out.places[p];
        const auto is_it = [&](const Country& c) { return c.name == place.place.country; };
        auto found = std::find_if(out.begin(), out.end(), is_it);
        if (found == out.end()) found = out.insert(out.end(), {place.place.country});
        if (place.type.find("camp") != std::string::npos) continue;
        const bool zone = flagged[p] || place.type.find("conflict") != std::string::npos;
        (zone ? found->in_zones : found->in_towns) += place.count.value_or(0);
        found->zones += zone ? 1 : 0;
    }
    return out;
}

bool lives_at(const FleePlace& place) {
    return !place.place.foreign && place.place.kind == PlaceKind::settlement &&
           place.count.value_or(0) > 0;
}

}  // namespace

void settle_flee_home(FleeReading& r) {
    if (r.out.places.empty()) return;
    const auto countries = countries_of(r);
    const bool any_zone = std::any_of(countries.begin(), countries.end(),
                                      [](const Country& c) { return c.zones > 0; });
    const auto lighter = [](const Country& a, const Country& b) { return a.weight() < b.weight(); };
    const Country& first = countries.front();
    const bool keeps = any_zone ? first.zones > 0 : first.in_towns > 0;
    const Country& home =
        keeps ? first : *std::max_element(countries.begin(), countries.end(), lighter);
    r.out.home = home.name;
    for (auto& place : r.out.places) place.place.foreign = place.place.country != r.out.home;
    if (home.name != first.name)
        r.report.add("W118", r.out.places.front().at,
                     fmt::format("home is {}, not {}, the country of the first location",
                                 shown(home.name), shown(first.name)));
}

void check_flee_people(FleeReading& r) {
    const auto& places = r.out.places;
    if (std::none_of(places.begin(), places.end(), lives_at)) {
        r.report.add("E104", {r.out.prefix + "locations.csv", 0, 0},
                     fmt::format("{} has no people", shown(r.out.home)));
        return;
    }
    const auto drives_out = [&](const FleeSpan& span) {
        return span.intensity > 0 && span.first < r.out.days && lives_at(places[span.place]);
    };
    if (std::any_of(r.out.spans.begin(), r.out.spans.end(), drives_out)) return;
    const bool wanted = r.out.counts && *std::max_element(r.out.counts->total.begin(),
                                                          r.out.counts->total.end()) > 0;
    r.report.add("W119", {r.out.prefix + "conflicts.csv", 0, 0},
                 fmt::format("no place with people in {} has a conflict flag: nobody can leave{}",
                             shown(r.out.home), wanted ? ", whatever the counts say" : ""));
}

void check_flee_files(FleeReading& r) {
    for (const auto& [name, text] : r.texts) {
        if (!r.asked.contains(name))
            r.report.add("W113", {name, 0, 0}, fmt::format("{} is not read", shown(name)));
    }
}

}  // namespace forestall
