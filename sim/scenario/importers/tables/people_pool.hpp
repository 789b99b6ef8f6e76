// SPDX-License-Identifier: Apache-2.0
// Among whom of a scenario's people those of an area are shared.
#pragma once
#include <cstddef>
#include <vector>

#include "scenario/importers/tables/area_names.hpp"

namespace forestall {

/// Positions in populations: those with people at the area's places, else, if there are none, those
/// with people in its region. Empty: nobody lives in either.
std::vector<std::size_t> pool_of(const WorldTables& tables, const Meant& meant);

}  // namespace forestall
