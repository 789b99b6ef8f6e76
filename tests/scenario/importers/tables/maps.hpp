// SPDX-License-Identifier: Apache-2.0
// Maps as GeoJSON, for tests.
#pragma once
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <vector>

#include "scenario/importers/tables/geojson.hpp"

namespace forestall::testing {

/// Coordinates of a square, closed.
inline std::string square(double west, double south, double side) {
    return fmt::format("[[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]]", west, south,
                       west + side, south + side);
}

inline std::string polygon(const std::string& rings) {
    return fmt::format(R"({{"type":"Polygon","coordinates":[{}]}})", rings);
}

inline std::string feature(const std::string& code, const std::string& name,
                           const std::string& geometry) {
    return fmt::format(
        R"({{"type":"Feature","properties":{{"ADM1_PCODE":"{}","ADM1_EN":"{}"}},"geometry":{}}})",
        code, name, geometry);
}

/// A feature a line, from the second line on.
inline std::string map_of(const std::vector<std::string>& features) {
    return fmt::format("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n",
                       fmt::join(features, ",\n"));
}

/// Three squares of a degree, side by side from the origin to the east: A, B with a hole, C; and a
/// second patch of C in the south.
inline std::string three_areas() {
    return map_of({feature("A", "West", polygon(square(0, 0, 1))),
                   feature("B", "Middle", polygon(square(1, 0, 1) + "," + square(1.25, 0.25, 0.5))),
                   feature("C", "East",
                           fmt::format(R"({{"type":"MultiPolygon","coordinates":[[{}],[{}]]}})",
                                       square(2, 0, 1), square(2, -2, 1)))});
}

}  // namespace forestall::testing
