// SPDX-License-Identifier: Apache-2.0
// populations.csv from a table of people by area: each area's people are shared out among the
// scenario's people of its places, in proportion to how many they were.
#pragma once
#include <string>
#include <vector>

#include "scenario/importers/tables/area_names.hpp"
#include "scenario/importers/tables/people_table.hpp"

namespace forestall {

struct PopulationImport {
    std::string text;  ///< populations.csv; of places without an area as the scenario has them
    Tally tally;       ///< rows of the table and "persons"; left out by reason
    std::uint64_t places = 0;              ///< that have people of the table
    std::vector<std::string> not_covered;  ///< places with people of which the table says nothing
    /// W214 for areas that are not known; W219 for regions in which some places keep their people;
    /// E218.
    Diagnostics diagnostics;
};

/// People of an area go to its places, or, if none of them has people, to all places of its region.
/// Rows that are shared out among several are marked as imputed; rows of other places stay as they
/// are in `before`, the text of the scenario's populations.csv. `reading`: without errors.
PopulationImport population_of(const std::string& file, const PeopleReading& reading,
                               const WorldTables& tables, std::span<const AreaRow> areas,
                               const std::string& source, const std::string& before = {});

}  // namespace forestall
