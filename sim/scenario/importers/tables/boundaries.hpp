// SPDX-License-Identifier: Apache-2.0
// What each area of a map is to a scenario: the region of the places at home that lie in it, or
// outside. One rule for all importers; observed/areas.csv may say otherwise.
#pragma once
#include <span>
#include <vector>

#include "core/diagnostics.hpp"
#include "scenario/importers/tables/area_index.hpp"
#include "scenario/observed/geography.hpp"

namespace forestall {

struct Boundaries {
    std::vector<AreaRow> rows;  ///< a row for each area, in order
    Diagnostics diagnostics;    ///< W212 where places of more than one region lie in an area
};

/// The region of most of an area's places (of as many, the first by name); of an area without a
/// place the region that has its name or its parent's; else blank. `file` names the map.
Boundaries boundaries_of(std::string_view file, std::span<const Area> areas, const AreaIndex& index,
                         const Geography& geography);

/// Puts the region and places that `given` says of an area in the place of those in `rows`.
void overlay(std::vector<AreaRow>& rows, std::span<const AreaRow> given);

}  // namespace forestall
