// SPDX-License-Identifier: Apache-2.0
// Outlines of countries for the maps, from Natural Earth (public domain): those of the bundled
// cases and their neighbours. Elsewhere, and for invented countries, maps have none.
#pragma once
#include <vector>

#include "analysis/report/plot.hpp"

namespace forestall::report {

/// Rings of longitude and latitude, in degrees, cut off at the edges of the box; none if it holds
/// no land.
std::vector<Points> outlines_within(const Range& longitude, const Range& latitude);

}  // namespace forestall::report
