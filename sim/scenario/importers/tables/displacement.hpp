// SPDX-License-Identifier: Apache-2.0
// observed/displaced.csv from counts by area and date, as DTM's rounds and UNHCR's figures are.
#pragma once
#include <string>
#include <vector>

#include "scenario/importers/tables/area_names.hpp"
#include "scenario/importers/tables/people_table.hpp"

namespace forestall {

struct DisplacedImport {
    std::vector<DisplacedRow> rows;  ///< by date, origin, host; unique
    Tally tally;                     ///< rows of the table; left out by reason
    Diagnostics diagnostics;         ///< W214 for areas that are not known; E218
};

/// Rows of one date, origin and host (sites of a camp, say) are added up. An origin that is blank
/// is any. `reading`: without errors.
DisplacedImport displaced_of(const std::string& file, const PeopleReading& reading,
                             const Geography& geography, std::span<const AreaRow> areas,
                             const std::string& source);

}  // namespace forestall
