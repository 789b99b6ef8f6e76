// SPDX-License-Identifier: Apache-2.0
// What the importers of tables share: the scenario that a table is for, the map that says where
// things are, one file that is written, and the account of what was read.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/frame/output_file.hpp"
#include "app/job/session.hpp"
#include "scenario/importers/tables/boundaries.hpp"
#include "scenario/tally.hpp"

namespace forestall::app {

struct TableWish {
    std::string scenario;
    std::string map;  ///< a GeoJSON file; "": none
    AreaProperties properties;
    std::string source;
    OutputWish out;
};

/// --scenario, -o and --overwrite; `file` is what is written ("observed/deaths.csv").
void add_table_options(const Command& command, TableWish& wish, const std::string& file);
/// --boundaries with --code, --name and --parent.
void add_map_options(const Command& command, TableWish& wish, bool as_option);
/// --source; `standard` is the default.
void add_source(const Command& command, TableWish& wish, const std::string& standard);

/// Refuses what -o may not name: `inputs` and files of the scenario other than `file`, which is the
/// one to be written.
files::Existing check_table_output(const TableWish& wish, const std::string& file,
                                   std::vector<std::string> inputs);

/// The scenario, or nothing if it has errors, which are told.
std::optional<Loaded> load_for_import(const TableWish& wish, const Invocation& invocation);

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
/// Areas of the map, or of observed/areas.csv where there is no map.
std::vector<AreaRow> area_rows(const Map* map, const Loaded& scenario);

struct TableMade {
    std::string text;  ///< of the file
    std::size_t rows = 0;
    Tally tally;
    Diagnostics diagnostics;
    Json more = Json::object();  ///< further keys of the answer
    std::string note;            ///< a line for people; may be blank
};

void add_diagnostics(Diagnostics& to, const Diagnostics& from);
/// Adds read, taken and dropped of another tally.
void add_tally(Tally& to, const Tally& from);

/// Writes the file, unless there was an error, and answers. Returns the exit code.
int finish_table(const TableWish& wish, TableMade made, files::Existing existing,
                 const Invocation& invocation);

}  // namespace forestall::app
