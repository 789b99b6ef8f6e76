// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "scenario/map_checks.hpp"
#include "scenario/reading.hpp"

namespace forestall {

namespace {

Place read_place(CsvTable& table, Reading& r) {
    Place place;
    place.region = table.text("region");
    if (const CsvCell* country = table.required("country")) place.country = country->text;
    place.foreign = std::find(r.home.begin(), r.home.end(), place.country) == r.home.end();
    table.required("latitude");
    table.required("longitude");
    table.required("kind");
    place.latitude = table.number("latitude", -90, 90).value_or(0);
    place.longitude = table.number("longitude", -180, 180).value_or(0);
    place.kind = static_cast<PlaceKind>(table.choice("kind"));
    place.capacity = table.persons("capacity");
    place.hardship = table.share("hardship").value_or(place.hardship);
    place.access = table.share("access").value_or(place.access);
    const CsvCell* capacity = table.cell("capacity");
    if (capacity != nullptr && !table.row_failed() && place.kind != PlaceKind::camp)
        r.report.add("E029", table.position(*capacity),
                     "a capacity for a place that is not a camp");
    return place;
}

/// A country that differs from another in capitals only would be another country, and its people
/// abroad.
void check_country(Reading& r, const CsvTable& table, Names& countries) {
    const CsvCell* country = table.cell("country");
    if (country != nullptr && !countries.find(country->text))
        declare(r, countries, "country", country->text, table.position(*country));
}

std::string nearest_country(const Reading& r, const std::string& name) {
    std::vector<std::string> countries;
    for (const Place& place : r.tables.places) countries.push_back(place.country);
    std::sort(countries.begin(), countries.end());
    countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
    const std::string hint = did_you_mean(nearest(name, countries));
    return hint.empty() ? "write it as in column country of locations.csv" : hint;
}

}  // namespace

void read_places(Reading& r) {
    const std::string* text = r.text("locations.csv");
    if (text == nullptr) return;
    CsvTable table("locations.csv", *text, r.limits.places, r.report, r.limits, r.tally);
    r.places.known = table.usable();
    Names countries;
    while (table.next()) {
        const CsvCell* name = table.required("name");
        if (name == nullptr) {
            table.leave_out_row();
            continue;
        }
        if (!declare(r, r.places, "place", name->text, table.position(*name))) continue;
        const std::string kept = name->text;
        Place place = read_place(table, r);
        place.name = kept;
        check_country(r, table, countries);
        r.tables.places.push_back(std::move(place));
        table.take();
        r.place_line.push_back(table.row_position().line);
    }
    if (!table.complete()) r.places.known = false;
    if (r.places.known && r.tables.places.empty())
        r.report.add("E045", {"locations.csv", 1, 1}, "no place", "a scenario has at least one");
    if (!r.places.known || r.tables.places.empty() || !r.toml) return;
    bool homeless = false;
    for (const auto& country : r.home) {
        const auto is_there = [&](const Place& place) { return place.country == country; };
        if (std::any_of(r.tables.places.begin(), r.tables.places.end(), is_there)) continue;
        r.report.add("E043", toml_position(toml_file, *r.toml->get("home")),
                     fmt::format("no place lies in home country {}", shown(country)),
                     nearest_country(r, country));
        homeless = true;
    }
    if (homeless) r.home.clear();  // or every population would be told to be abroad
}

void read_routes(Reading& r) {
    const std::string* text = r.text("routes.csv");
    if (text == nullptr) return;
    constexpr double shortest = 0.01;
    constexpr double longest = 20'000;
    CsvTable table("routes.csv", *text, r.limits.routes, r.report, r.limits, r.tally);
    r.routes_known = table.usable() && r.places.known;
    while (table.next()) {
        const CsvCell* from = table.required("from");
        const CsvCell* to = table.required("to");
        table.required("km");
        const auto km = table.number("km", shortest, longest);
        const int forwarding = table.choice("forwarding");
        if (from == nullptr || to == nullptr) continue;
        if (from->text == to->text) {
            r.report.add("E024", table.position(*to),
                         fmt::format("a route from {} to itself", shown(from->text)));
            continue;
        }
        const auto a = resolve(r, r.places, "E021", from->text, table.position(*from));
        const auto b = resolve(r, r.places, "E021", to->text, table.position(*to));
        if (!a || !b) continue;
        const auto [old, added] = r.route_at.emplace(
            Reading::ends_key(*a, *b), static_cast<std::uint32_t>(r.tables.routes.size()));
        if (!added) {
            r.report.add("E025", table.row_position(),
                         fmt::format("{} and {} are joined already in line {}", shown(from->text),
                                     shown(to->text), r.route_line[old->second]));
            continue;
        }
        constexpr Forwarding by_choice[] = {Forwarding::none, Forwarding::to_a, Forwarding::to_b,
                                            Forwarding::both};
        r.tables.routes.push_back({static_cast<PlaceId>(*a), static_cast<PlaceId>(*b),
                                   km.value_or(0), by_choice[forwarding]});
        table.take();
        r.route_line.push_back(table.row_position().line);
    }
    r.routes_known = r.routes_known && table.complete();
}

void check_geography(Reading& r) {
    if (!r.routes_known || r.report.failed()) return;
    for (const auto& doubt : map_doubts(r.tables.places, r.tables.routes)) {
        const SourcePosition at = doubt.of_route
                                      ? SourcePosition{"routes.csv", r.route_line[doubt.at], 1}
                                      : SourcePosition{"locations.csv", r.place_line[doubt.at], 1};
        r.report.add(doubt.code, at, doubt.message);
    }
}

}  // namespace forestall
