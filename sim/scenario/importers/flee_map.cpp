// SPDX-License-Identifier: Apache-2.0
// Period, locations and routes of a Flee instance.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "scenario/importers/flee_rows.hpp"
#include "scenario/names.hpp"
#include "scenario/text.hpp"

namespace forestall {

namespace {

std::optional<double> number_in(const FleeRows& rows, const CsvCell* cell, double low, double high,
                                Report& report) {
    if (cell == nullptr) return std::nullopt;
    const auto value = parse_number(cell->text);
    if (value && *value >= low && *value <= high) return value;
    report.add("E103", rows.position(*cell),
               fmt::format("{} is not a number from {} to {}", shown(cell->text), low, high));
    return std::nullopt;
}

/// People or a capacity; files have "1000" and "1000.0".
std::optional<Persons> persons_in(FleeReading& r, const FleeRows& rows, const CsvCell* cell) {
    if (cell == nullptr) return std::nullopt;
    const auto value = parse_number(cell->text);
    if (value && *value >= 0 && *value <= static_cast<double>(r.options.limits.persons))
        return static_cast<Persons>(std::llround(*value));
    r.report.add("W108", rows.position(*cell),
                 fmt::format("{} is not a number of people", shown(cell->text)),
                 "taken as blank: write digits without marks between them");
    TallyLine& cells = r.tally.things["population_cells"];
    cells.read += 1;
    cells.drop("not a number of people", 1);
    return std::nullopt;
}

/// Column population is the capacity of a camp.
const char* counted_as(const FleePlace& place) {
    return place.type.find("camp") == std::string::npos ? "persons" : "camp_capacity";
}

bool read_location(FleeReading& r, const FleeRows& rows) {
    Counted counted(r.rows_of(rows.file()), r.report);
    FleePlace place;
    place.at = rows.position();
    place.place.name = rows.text({"name"}, 0);
    place.place.region = rows.text({"region"}, 1);
    place.place.country = rows.text({"country"}, 2);
    if (place.place.country.empty()) place.place.country = "unknown";
    const CsvCell* latitude = rows.cell({"latitude", "lat", "gps_x"}, 3);
    const CsvCell* longitude = rows.cell({"longitude", "lon", "long", "gps_y"}, 4);
    place.type = lower_case(rows.text({"location_type", "type"}, 5));
    if (const auto day = parse_number(rows.text({"conflict_date"}, 6));
        day && *day >= 0 && *day < 1e6)
        place.conflict_date = static_cast<Day>(*day);
    place.count = persons_in(
        r, rows, rows.cell({"population", "population/capacity", "pop/cap", "pop", "capacity"}, 7));
    if (place.place.name.empty() || latitude == nullptr || longitude == nullptr) {
        r.report.add("E103", place.at, "a location without name, latitude or longitude",
                     "fill it in");
        return true;
    }
    for (const auto& [kind, name] :
         {std::pair{"place", &place.place.name}, std::pair{"country", &place.place.country}})
        if (const auto problem = name_problem(*name)) {
            r.report.add("E068", place.at,
                         fmt::format("the name of {} {} has {}", kind, shown(*name), *problem));
            return true;
        }
    place.place.latitude = number_in(rows, latitude, -90, 90, r.report).value_or(0);
    place.place.longitude = number_in(rows, longitude, -180, 180, r.report).value_or(0);
    if (!r.out.by_name.emplace(place.place.name, r.out.places.size()).second) {
        r.report.add("W112", place.at,
                     fmt::format("location {} is listed twice", shown(place.place.name)));
        r.tally.things[counted_as(place)].read += static_cast<double>(place.count.value_or(0));
        r.tally.things[counted_as(place)].drop("the location is listed twice",
                                               static_cast<double>(place.count.value_or(0)));
        return true;
    }
    if (r.out.places.size() >= r.options.limits.places) {
        r.report.add("E042", place.at,
                     fmt::format("more than {} locations", r.options.limits.places));
        return false;
    }
    r.tally.things[counted_as(place)].read += static_cast<double>(place.count.value_or(0));
    r.out.places.push_back(std::move(place));
    counted.take();
    return true;
}

bool read_route(FleeReading& r, const FleeRows& rows,
                std::unordered_map<std::uint64_t, std::size_t>& joined_by) {
    Counted counted(r.rows_of(rows.file()), r.report);
    const std::string from = rows.text({"name1"}, 0);
    const std::string to = rows.text({"name2"}, 1);
    const auto a = r.place(from);
    const auto b = r.place(to);
    const CsvCell* km_cell = rows.cell({"distance", "km"}, 2);
    if (!a || !b || *a == *b) {
        const char* why = !a || !b ? "an end is not a location" : "both ends are the same";
        r.report.add("W113", rows.position(),
                     fmt::format("route from {} to {}: {}", shown(from), shown(to), why));
        return true;
    }
    const auto km = number_in(rows, km_cell, 0.01, 20'000, r.report);
    if (km_cell == nullptr)
        r.report.add("E103", rows.position(), "a route without a distance", "fill it in");
    const std::string forced = rows.text({"forced_redirection"}, 3);
    const double code = parse_number(forced.empty() ? "0" : forced).value_or(-1);
    if (code != 0 && code != 1 && code != 2)
        r.report.add("W108", rows.position(),
                     fmt::format("forced_redirection is {}", shown(forced)), "taken as 0");
    const std::uint64_t key = (std::uint64_t{std::min(*a, *b)} << 32) | std::max(*a, *b);
    if (const auto [old, added] = joined_by.emplace(key, r.out.routes.size()); !added) {
        r.report.add("W112", rows.position(),
                     fmt::format("{} and {} are joined already in line {}", shown(from), shown(to),
                                 r.out.routes[old->second].at.line));
        return true;
    }
    if (r.out.routes.size() >= r.options.limits.routes) {
        r.report.add("E042", rows.position(),
                     fmt::format("more than {} routes", r.options.limits.routes));
        return false;
    }
    counted.take();
    const int forwarding = code == 1 || code == 2 ? static_cast<int>(code) : 0;
    r.out.routes.push_back({*a, *b, km.value_or(1), forwarding, rows.position()});
    return true;
}

/// Columns of the header that have no counterpart.
void tell_other_columns(FleeReading& r, const FleeRows& rows,
                        std::initializer_list<std::string_view> known) {
    for (std::size_t c = 0; c < rows.header().size(); ++c) {
        if (rows.header()[c].empty() ||
            std::find(known.begin(), known.end(), rows.known_as(c)) != known.end())
            continue;
        r.report.add("W113", rows.position(rows.header_cells()[c]),
                     fmt::format("column {} has no counterpart", shown(rows.header()[c])));
    }
}

}  // namespace

void read_flee_period(FleeReading& r) {
    const std::string file = r.out.prefix + "sim_period.csv";
    std::optional<std::int32_t> start = r.options.start;
    Day days = r.options.days;
    FleeRows rows(r, file, "no header");
    while (rows.next()) {
        const std::string key = lower_case(rows.text({}, 0));
        const std::string value = rows.text({}, 1);
        if (key == "startdate" && !r.options.start) {
            start = parse_date_of_time(value);
            if (!start)
                r.report.add("E017", rows.position(),
                             fmt::format("{} is not a date", shown(value)));
        } else if (key == "length" && r.options.days == 0) {
            const auto length = parse_number(value);
            if (length && *length >= 1 && *length <= r.options.limits.days &&
                *length == std::floor(*length))
                days = static_cast<Day>(*length);
            else
                r.report.add("E103", rows.position(),
                             fmt::format("{} is not a length in days", shown(value)),
                             fmt::format("from 1 to {}", r.options.limits.days));
        }
    }
    r.out.start = start.value_or(0);
    r.out.days = days;
    if (r.report.failed() || (start && days > 0)) return;
    std::string what = "StartDate and Length are";
    if (start) what = "Length is";
    if (days > 0) what = "StartDate is";
    r.report.add(
        "E103", {file, 0, 0},
        r.text(file) == nullptr ? fmt::format("'{}' is missing, so {} not known", file, what)
                                : fmt::format("{} missing", what),
        "write the rows StartDate,YYYY-MM-DD and Length,DAYS, or add --start YYYY-MM-DD --days N");
}

void read_flee_locations(FleeReading& r) {
    const std::string file = r.out.prefix + "locations.csv";
    FleeRows rows(r, file, "name");
    while (rows.next() && read_location(r, rows)) {
    }
    if (r.out.places.empty()) {
        if (!r.report.failed())
            r.report.add("E103", {file, 0, 0}, "no location", "an instance has at least one");
        return;
    }
    tell_other_columns(r, rows,
                       {"name", "region", "country", "latitude", "lat", "gps_x", "longitude", "lon",
                        "long", "gps_y", "location_type", "type", "conflict_date", "population",
                        "population/capacity", "pop/cap", "pop", "capacity"});
}

void read_flee_routes(FleeReading& r) {
    FleeRows rows(r, r.out.prefix + "routes.csv", "name1");
    std::unordered_map<std::uint64_t, std::size_t> joined_by;
    while (rows.next() && read_route(r, rows, joined_by)) {
    }
    tell_other_columns(r, rows, {"name1", "name2", "distance", "km", "forced_redirection"});
}

}  // namespace forestall
