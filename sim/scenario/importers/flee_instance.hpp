// SPDX-License-Identifier: Apache-2.0
// A Flee instance in memory, and the steps from its texts to a scenario's texts.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/diagnostics.hpp"
#include "scenario/importers/flee.hpp"
#include "scenario/report.hpp"
#include "world/place.hpp"

namespace forestall {

inline constexpr const char* outside_period = "after the period";

struct FleePlace {
    Place place;
    SourcePosition at;
    std::string type;              ///< as the file has it, lower case
    std::optional<Persons> count;  ///< column population: people, or a camp's capacity
    Day conflict_date = -1;
};

struct FleeRoute {
    std::size_t from = 0;
    std::size_t to = 0;
    double km = 0;
    /// As in the file, which Flee's documentation explains: 1 sends who arrives at `to` (name2) on
    /// to `from` (name1), 2 the other way. Source: Flee, docs/Simulation_instance_construction.md,
    /// "forced_redirection".
    int forced = 0;
    SourcePosition at;
};

/// A run of days with the same conflict flag; last < 0: to the end of the file.
struct FleeSpan {
    std::size_t place = 0;
    Day first = 0;
    Day last = -1;
    double intensity = 1;
};

struct FleeClosure {
    std::string kind;  ///< place, route, border
    std::string a;
    std::string b;
    Day first = 0;
    Day last = -1;
    SourcePosition at;
};

struct FleeCounts {
    std::string file;                 ///< where they are from
    std::vector<std::int32_t> dates;  ///< days since 1970, ascending
    std::vector<Persons> total;
    std::map<std::string, std::vector<Persons>> camps;
};

/// A file of source_data/ with the counts of a camp.
struct FleeSeriesFile {
    std::string name;
    std::string camp;
    std::size_t counts = 0;
};

struct FleeInstance {
    std::string prefix;  ///< "input_csv/" or ""
    std::int32_t start = 0;
    Day days = 0;
    std::vector<Day> flag_rows;  ///< days of the rows of conflicts.csv
    Day flagged = 0;             ///< days that conflicts.csv has rows up to; 0: it has none
    std::string home;
    std::vector<FleePlace> places;
    std::unordered_map<std::string, std::size_t> by_name;
    std::vector<FleeRoute> routes;
    std::vector<FleeSpan> spans;
    std::vector<FleeClosure> closures;
    std::optional<FleeCounts> counts;
    std::vector<FleeSeriesFile> series_files;
};

/// What the steps share.
struct FleeReading {
    const ScenarioFiles& texts;
    const FleeOptions& options;
    Report& report;
    FleeInstance out = {};
    Tally tally = {};
    Persons imputed = 0;
    mutable std::set<std::string> asked = {};  ///< files that a step looked for

    const std::string* text(const std::string& name) const {
        asked.insert(name);
        const auto found = texts.find(name);
        return found == texts.end() ? nullptr : &found->second;
    }
    /// Rows of a file, in the tally.
    TallyLine& rows_of(const std::string& name) { return tally.rows[name]; }
    std::optional<std::size_t> place(const std::string& name) const {
        const auto found = out.by_name.find(name);
        return found == out.by_name.end() ? std::nullopt : std::optional(found->second);
    }
};

void read_flee_period(FleeReading& r);
void read_flee_locations(FleeReading& r);
void read_flee_routes(FleeReading& r);
void read_flee_conflicts(FleeReading& r);
void settle_flee_home(FleeReading& r);  ///< home, and which places are abroad; needs the flags
void read_flee_closures(FleeReading& r);
void read_flee_counts(FleeReading& r);       ///< observed_daily.csv or source_data/
void fill_flee_populations(FleeReading& r);  ///< and kinds
void check_flee_geography(FleeReading& r);
void check_flee_people(FleeReading& r);  ///< nobody at home, nobody who can leave
void check_flee_files(FleeReading& r);   ///< files that nothing reads

/// Fills `in_world` of the tally by what the scenario that was made of it holds.
void tally_flee(FleeReading& r, const WorldTables& made);

/// Files of the scenario, README.md and sources.md with them.
ScenarioFiles write_flee_scenario(const FleeReading& r, const Diagnostics& told);

}  // namespace forestall
