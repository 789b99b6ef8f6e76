// SPDX-License-Identifier: Apache-2.0
// What looks wrong on a map: links shorter than the great circle (WGS84, GeographicLib), places
// without a link, places that seem misplaced. Doubts, not errors: the loader and the importers say
// them where the row stands.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "world/place.hpp"

namespace forestall {

struct MapDoubt {
    std::string_view code;
    bool of_route = false;  ///< `at` counts routes, else places
    std::size_t at = 0;
    std::string message;
};

double great_circle_km(const Place& a, const Place& b);

std::vector<MapDoubt> map_doubts(const std::vector<Place>& places,
                                 const std::vector<Route>& routes);

}  // namespace forestall
