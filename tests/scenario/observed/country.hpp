// SPDX-License-Identifier: Apache-2.0
// A country of two regions and a neighbour, for tests of observations: Ford and Mill in the North,
// Weir and a camp in the South, another camp abroad.
#pragma once
#include <string>

#include "scenario/observed/read_observations.hpp"
#include "scenario/two_rivers.hpp"

namespace forestall::testing {

inline ScenarioFiles country_files() {
    ScenarioFiles files = two_rivers();
    files["locations.csv"] =
        "name,region,country,latitude,longitude,kind\n"
        "Ford,North,Aru,0.5,0.5,settlement\n"
        "Mill,North,Aru,0.5,1.5,settlement\n"
        "Weir,South,Aru,-0.5,0.5,settlement\n"
        "Camp Weir,South,Aru,-0.6,0.6,camp\n"
        "Camp Besh,East,Besh,0,2.5,camp\n";
    files["routes.csv"] =
        "from,to,km\nFord,Mill,120\nFord,Weir,120\nWeir,Camp Weir,20\nMill,Camp Besh,130\n";
    files["populations.csv"] =
        "location,group,persons\nFord,Highlanders,1000\nMill,Highlanders,2000\n"
        "Weir,Highlanders,3000\n";
    return files;
}

inline WorldTables country_tables() {
    const Loaded loaded = load(country_files());
    return loaded.tables.value();  // throws where the scenario above has a fault
}

/// Observations of that country in the year 2030, from one file.
inline Observations observe(const std::string& file, const std::string& text,
                            const Limits& limits = {}) {
    WorldTables tables = country_tables();
    tables.settings.days = 365;
    return read_observations({{file, text}}, tables, limits);
}

/// All diagnostics, a line each.
inline std::string told(const Diagnostics& diagnostics) {
    std::string out;
    for (const auto& d : diagnostics.all()) out += to_string(d) + "\n";
    return out;
}

}  // namespace forestall::testing
