// SPDX-License-Identifier: Apache-2.0
// What importers of tables read beside the table of their own: the map, observed/areas.csv, and
// which columns were taken.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/commands/import_table.hpp"
#include "scenario/importers/tables/people_table.hpp"

namespace forestall::app {

/// A map and what its areas are to a scenario, observed/areas.csv having the last word.
struct Map {
    std::vector<Area> areas;
    AreaIndex index;
    std::vector<AreaRow> rows;
    Tally tally;
    Diagnostics diagnostics;
    AreaProperties properties;
};

/// nullptr without a map. Errors are in the diagnostics of the map.
std::unique_ptr<Map> open_map(const TableWish& wish, const Loaded& scenario);
/// Areas of the map, or of observed/areas.csv where there is no map: what that file has of faults
/// is told, as it is with a map.
std::vector<AreaRow> area_rows(const Map* map, const Loaded& scenario, Diagnostics& to);

/// Adds the features of a map under a name of their own, "map_areas".
void add_map(Tally& to, const Tally& map);

/// Which columns of a table of people were read, for people and as JSON.
std::string columns_text(const PeopleColumns& columns);
Json columns_json(const PeopleColumns& columns);

}  // namespace forestall::app
