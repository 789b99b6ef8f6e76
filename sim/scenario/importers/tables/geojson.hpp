// SPDX-License-Identifier: Apache-2.0
// Areas (districts, provinces) out of GeoJSON (RFC 7946): polygons in degrees with a name, and a
// p-code where there is one. What cannot be read is told with the line of its feature and left out.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.hpp"
#include "scenario/limits.hpp"
#include "scenario/observed/observations.hpp"
#include "scenario/tally.hpp"

namespace forestall {

struct LonLat {
    double longitude = 0;  ///< degrees
    double latitude = 0;
};
using Ring = std::vector<LonLat>;  ///< closed or not, either way round

struct Patch {
    Ring outer;
    std::vector<Ring> holes;
};

struct Area {
    std::string code;    ///< p-code; may be blank
    std::string name;    ///< the code if the file has none
    std::string parent;  ///< name of the area that it is part of; may be blank
    std::vector<Patch> patches;
    std::string key() const { return area_key(code, name, parent); }
};

/// Properties of a feature that hold these; those left blank are found by the names that publishers
/// use (known_names.hpp).
struct AreaProperties {
    std::string code = {};
    std::string name = {};
    std::string parent = {};
};

struct AreaReading {
    std::vector<Area> areas;    ///< keys are unique; features of one key are one area
    AreaProperties properties;  ///< those that were read
    Tally tally;                ///< features of the file; left out by reason
    Diagnostics diagnostics;    ///< an error: no area can be used; W220: not of degrees, it says
};

/// `file` names the text in diagnostics.
AreaReading read_areas(std::string_view file, const std::string& text,
                       const AreaProperties& properties = {}, const Limits& limits = {});

}  // namespace forestall
