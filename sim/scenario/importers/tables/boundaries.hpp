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
    /// W212 where places of more than one region lie in an area; W216 for places at home in none;
    /// W220 where outlines cross or every area lies outside.
    Diagnostics diagnostics;
};

/// A place is in the area that holds it or in the nearest within outline_slack_km. The region of
/// most of an area's places (of as many, the first by name); of an area without a place the region
/// that has its name or its parent's; else blank. `file` names the map.
Boundaries boundaries_of(std::string_view file, std::span<const Area> areas, const AreaIndex& index,
                         const Geography& geography);

/// Whether two rows are of one area: as given by hand, one may leave out the parent.
bool same_area(const AreaRow& a, const AreaRow& b);

/// Puts the region and places that `given` says of an area in the place of those in `rows`.
void overlay(std::vector<AreaRow>& rows, std::span<const AreaRow> given);

}  // namespace forestall
