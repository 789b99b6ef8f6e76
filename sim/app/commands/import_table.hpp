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

/// What column source says: no spreadsheet takes it for a formula.
std::string source_of(const TableWish& wish);

/// Refuses what -o may not name: `inputs` and files of the scenario other than `file`, which is the
/// one to be written.
files::Existing check_table_output(const TableWish& wish, const std::string& file,
                                   std::vector<std::string> inputs);

/// The scenario, or nothing if it has errors, which are told.
std::optional<Loaded> load_for_import(const TableWish& wish, const Invocation& invocation);

struct TableMade {
    std::string text;  ///< of the file
    std::size_t rows = 0;
    Tally tally;
    Diagnostics diagnostics;
    Json more = Json::object();  ///< further keys of the answer
    std::string note;            ///< a line for people; may be blank
};

void add_diagnostics(Diagnostics& to, const Diagnostics& from);
/// Writes the file, unless there was an error, and answers. Returns the exit code.
int finish_table(const TableWish& wish, TableMade made, files::Existing existing,
                 const Invocation& invocation);

}  // namespace forestall::app
