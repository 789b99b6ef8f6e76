// SPDX-License-Identifier: Apache-2.0
// What the readers of a scenario's parts share: the texts, the names met so far and the tables
// being filled. Each reader takes what it needs and adds its own; order: settings, places, routes,
// people, violence, closures, parameters, observed. A table that could not be read is not `known`,
// so that its names are not reported as unknown elsewhere.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scenario/csv_table.hpp"
#include "scenario/loader.hpp"
#include "scenario/names.hpp"
#include "scenario/report.hpp"
#include "scenario/tally.hpp"
#include "scenario/toml_access.hpp"

namespace forestall {

inline constexpr const char* toml_file = "scenario.toml";

/// Where a key of a section of it stands, which must be there; or `text` in the list of the key.
inline SourcePosition toml_at(const toml::table& section, std::string_view key) {
    return toml_position(toml_file, *section.get(key));
}
inline SourcePosition toml_at(const toml::table& section, std::string_view key,
                              std::string_view text) {
    return toml_position(toml_file, section, key, text);
}

struct Reading {
    const ScenarioFiles& files;
    std::span<const ParameterTable> specs;
    const Limits& limits;
    Report& report;
    std::set<std::string, std::less<>> there =
        {};  ///< files and directories that are there, read or refused
    std::optional<toml::table> toml = std::nullopt;
    WorldTables tables = {};
    Observed observed = {};
    Tally tally = {};  ///< what was read and dropped
    Names places = {};
    Names groups = {};
    Names actors = {};
    Names interventions = {};
    Names partners = {};
    std::vector<std::string> home = {};
    std::vector<int> place_line = {};     ///< line in locations.csv
    std::vector<int> violence_line = {};  ///< line in violence.csv, of tables.violence
    bool people_known = false;            ///< populations.csv was read without an error
    std::unordered_map<std::uint64_t, std::uint32_t> route_at = {};  ///< by both ends
    std::vector<int> route_line = {};                                ///< line in routes.csv
    bool routes_known = false;
    bool reference = false;  ///< a reference model: no other file than scenario.toml is read
    std::optional<std::int32_t> start = std::nullopt;  ///< days since 1970
    std::optional<std::int32_t> end = std::nullopt;

    /// Text of a file, or nullptr.
    const std::string* text(std::string_view file) const {
        if (reference && file != toml_file) return nullptr;
        const auto found = files.find(file);
        return found == files.end() ? nullptr : &found->second;
    }
    bool has_period() const { return start && end && *start <= *end; }
    static std::uint64_t ends_key(std::uint32_t a, std::uint32_t b) {
        return (std::uint64_t{a < b ? a : b} << 32) | (a < b ? b : a);
    }
};

void read_settings(Reading& r);       ///< title, period, step, displacement, groups, actors
void read_reference(Reading& r);      ///< [lattice], [cascade]; the one place they need
void read_places(Reading& r);         ///< locations.csv
void read_routes(Reading& r);         ///< routes.csv
void read_people(Reading& r);         ///< populations.csv
void read_violence(Reading& r);       ///< violence.csv
void check_deaths(Reading& r);        ///< whether the scheduled dead live where they are to die
void read_control(Reading& r);        ///< control.csv
void read_closures(Reading& r);       ///< [[closure]]
void read_parameters(Reading& r);     ///< [parameters], [monitoring]
void read_conflict(Reading& r);       ///< what actors are and have, relations, triggers, mechanisms
void read_interventions(Reading& r);  ///< the catalogue and [[intervention]]
void read_options(Reading& r);        ///< [[partner]], [budget], [[option]], options/
void read_observed(Reading& r);       ///< observed/
void check_geography(Reading& r);     ///< lengths, unconnected and misplaced places

/// A number of the scenario's own (world/named_numbers.hpp) under its full name.
void read_named_number(Reading& r, std::string_view generic, const toml::node& node,
                       const std::string& name);

/// The value of an effect, checked against the bounds of its lever.
void read_effect_value(Reading& r, const ParameterSpec& spec, const toml::node& node,
                       const std::string& name);

/// Adds a name and says what is wrong with it: E020 (taken; then it is not added), E067 (cannot be
/// told apart from another) or E068. `kind`: "place", "group", …
bool declare(Reading& r, Names& names, std::string_view kind, const std::string& name,
             const SourcePosition& at, const std::string& hint = "");

/// W014 if a title holds characters that are not seen.
void check_title(Reading& r, const toml::table& section);

/// Id of a name; E021/E022/E023 with a hint if `names` is known and has it not.
std::optional<std::uint32_t> resolve(Reading& r, const Names& names, std::string_view code,
                                     const std::string& name, const SourcePosition& at);

}  // namespace forestall
