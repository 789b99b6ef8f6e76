// SPDX-License-Identifier: Apache-2.0
// A small invented scenario as text, faultless; tests change one thing of it.
#pragma once
#include <array>
#include <string>

#include "scenario/loader.hpp"

namespace forestall::testing {

inline constexpr std::array<ParameterSpec, 3> test_specs{{
    {"population.distance_exponent", "1", 0, 10, 1, "How fast distance deters.", "test", 'D'},
    {"population.walking_speed", "km/d", 1, 200, 35, "How far people walk in a day.", "test", 'D'},
    {"monitoring.delay", "d", 0, 365, 14, "From a report's being made to its being seen.", "test",
     'D'},
}};
inline constexpr std::array<ParameterTable, 1> test_tables{{ParameterTable(test_specs)}};

inline ScenarioFiles two_rivers() {
    return {
        {"scenario.toml",
         "title = \"Two rivers\"\n"
         "home = [\"Aru\"]\n"
         "period = { start = 2030-01-01, end = 2030-01-14 }\n"
         "step = \"7 d\"\n"
         "[[group]]\nname = \"Highlanders\"\nstatus = \"junior_partner\"\n"
         "[[actor]]\nname = \"Army of Aru\"\nkind = \"government\"\n"},
        {"locations.csv",
         "name,country,latitude,longitude,kind,capacity\n"
         "Ford,Aru,0,0,settlement,\n"
         "Mill,Aru,0,1,settlement,\n"
         "Camp Besh,Besh,0,2,camp,5000\n"},
        {"routes.csv", "from,to,km\nFord,Mill,120\nMill,Camp Besh,130\n"},
        {"populations.csv",
         "location,group,persons\nFord,Highlanders,1000\nMill,Highlanders,2000\n"},
    };
}

inline Loaded load(ScenarioFiles files, const Limits& limits = {}) {
    return load_scenario_text(std::move(files), test_tables, limits);
}

/// All diagnostics, a line each.
inline std::string told(const Loaded& loaded) {
    std::string out;
    for (const auto& d : loaded.diagnostics.all()) out += to_string(d) + "\n";
    return out;
}

}  // namespace forestall::testing
