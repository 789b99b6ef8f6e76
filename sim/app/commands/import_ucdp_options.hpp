// SPDX-License-Identifier: Apache-2.0
// What the command line says to `import ucdp`.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/commands/import_table.hpp"
#include "scenario/importers/tables/ucdp_deaths.hpp"

namespace forestall::app {

struct UcdpWish {
    TableWish table;
    std::vector<std::string> files;
    std::vector<std::string> countries;
    std::vector<std::string> coverage;
    std::string by = "location";
    std::optional<double> within_km;
    std::string first, last, since, until;  ///< YYYY-MM-DD; "": the default
};

/// Adds all options but those that every importer has.
void add_ucdp_options(const Command& command, UcdpWish& wish);

/// Throws UsageError for a date, a share or a period that makes no sense.
DeathsWish deaths_wish(const UcdpWish& wish, const Settings& settings);
/// The scenario's own countries are known by their names.
UcdpPlacer::Rule placing_rule(const UcdpWish& wish, const WorldTables& tables);

}  // namespace forestall::app
