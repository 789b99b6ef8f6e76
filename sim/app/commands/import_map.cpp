// SPDX-License-Identifier: Apache-2.0
#include "app/commands/import_map.hpp"

#include <fmt/format.h>

#include "results/files.hpp"
#include "scenario/observed/read_observations.hpp"

namespace forestall::app {
namespace {

/// Rows of observed/areas.csv; what is wrong with that file, and with no other.
std::vector<AreaRow> given_areas(const Loaded& scenario, Diagnostics& to) {
    ScenarioFiles one;
    if (const auto found = scenario.files.find(areas_file); found != scenario.files.end())
        one.insert(*found);
    Observations seen = read_observations(one, *scenario.tables);
    add_diagnostics(to, seen.diagnostics);
    to.sort();
    return std::move(seen.areas);
}

}  // namespace

std::unique_ptr<Map> open_map(const TableWish& wish, const Loaded& scenario) {
    if (wish.map.empty()) return nullptr;
    AreaReading reading = read_areas(wish.map, files::read_file(wish.map), wish.properties);
    const Geography geography(*scenario.tables);
    AreaIndex index(reading.areas);
    Boundaries found = boundaries_of(wish.map, reading.areas, index, geography);
    add_diagnostics(reading.diagnostics, found.diagnostics);
    overlay(found.rows, given_areas(scenario, reading.diagnostics));
    return std::make_unique<Map>(Map{
        std::move(reading.areas), std::move(index), std::move(found.rows), std::move(reading.tally),
        std::move(reading.diagnostics), std::move(reading.properties)});
}

std::vector<AreaRow> area_rows(const Map* map, const Loaded& scenario, Diagnostics& to) {
    return map != nullptr ? map->rows : given_areas(scenario, to);
}

void add_map(Tally& to, const Tally& map) {
    TallyLine& areas = to.things["map_areas"];
    for (const auto& [file, line] : map.rows) {
        areas.read += line.read;
        areas.in_world += line.in_world;
        for (const auto& [reason, amount] : line.dropped) areas.drop(reason, amount);
    }
}

Json columns_json(const PeopleColumns& columns) {
    return {{"area", columns.area},
            {"persons", columns.persons},
            {"date", columns.date},
            {"origin", columns.origin}};
}

std::string columns_text(const PeopleColumns& columns) {
    std::string out = fmt::format("read: areas from column {}, people from {}", shown(columns.area),
                                  shown(columns.persons));
    if (!columns.date.empty()) out += fmt::format(", dates from {}", shown(columns.date));
    if (!columns.origin.empty()) out += fmt::format(", origins from {}", shown(columns.origin));
    return out;
}

}  // namespace forestall::app
