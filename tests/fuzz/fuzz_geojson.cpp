// SPDX-License-Identifier: Apache-2.0
// Any text as a map, and as the features of one: read or refused, every feature is in an area or
// left out with a reason, and points can be asked of what was read.
#include <cmath>
#include <cstdlib>
#include <set>
#include <string>

#include "scenario/importers/tables/area_index.hpp"
#include "split_files.hpp"

namespace {

using namespace forestall;

void check_areas(const std::vector<Area>& areas) {
    std::set<std::string> keys;
    for (const Area& area : areas) {
        if (area.name.empty() || area.patches.empty() || !keys.insert(area.key()).second)
            std::abort();
        for (const Patch& patch : area.patches)
            for (const LonLat& p : patch.outer)
                if (!(std::abs(p.longitude) <= 180 && std::abs(p.latitude) <= 90)) std::abort();
    }
    if (areas.size() > 50) return;
    for (const Area& area : areas)
        if (!std::isfinite(point_in(area).latitude) || !std::isfinite(square_km(area)))
            std::abort();
    const AreaIndex index(areas);
    for (const LonLat& p : {LonLat{0, 0}, LonLat{0.5, 0.5}, LonLat{-180, 90}}) {
        const auto held = index.holding(p);
        if (held && (*held >= areas.size() || index.nearest(p, 10) != held)) std::abort();
    }
}

void read(const std::string& text) {
    const AreaReading reading = read_areas("map.geojson", text, {}, fuzz::small_limits());
    if (!reading.tally.balanced()) std::abort();
    if (reading.areas.empty() && !reading.diagnostics.has_errors()) std::abort();
    for (const auto& diagnostic : reading.diagnostics.all())
        if (to_string(diagnostic).empty() || diagnostic.at.line < 0) std::abort();
    check_areas(reading.areas);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    read(text);
    read("{\"features\":[" + text + "]}");
    read(
        "{\"features\":[{\"properties\":{\"name\":\"A\"},\"geometry\":{\"type\":\"Polygon\","
        "\"coordinates\":" +
        text + "}}]}");
    return 0;
}
