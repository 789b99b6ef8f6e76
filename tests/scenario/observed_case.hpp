// SPDX-License-Identifier: Apache-2.0
// A failing case of observations: a map (map.geojson), a table of people (people.csv), or the files
// of observed/, each beside a scenario where it needs one.
#pragma once
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "scenario/importers/tables/boundaries.hpp"
#include "scenario/importers/tables/displacement.hpp"
#include "scenario/observed/read_observations.hpp"
#include "scenario/two_rivers.hpp"

namespace forestall::testing {

inline void add(Diagnostics& to, const Diagnostics& from) {
    for (const Diagnostic& d : from.all())
        if (d.severity == Severity::error)
            to.error(d.at, d.code, d.message, d.hint);
        else
            to.warning(d.at, d.code, d.message, d.hint);
}

inline Diagnostics run_observed_case(const std::filesystem::path& dir, const Limits& limits) {
    const auto text_of = [&](const char* name) {
        std::ostringstream text;
        text << std::ifstream(dir / name, std::ios::binary).rdbuf();
        return text.str();
    };
    Diagnostics out;
    Loaded loaded;
    if (std::filesystem::exists(dir / "scenario.toml")) {
        loaded = load_scenario(dir, test_tables, limits);
        add(out, loaded.diagnostics);
        if (loaded.tables)
            add(out, read_observations(loaded.files, *loaded.tables, limits).diagnostics);
    }
    if (std::filesystem::exists(dir / "map.geojson")) {
        const AreaReading map = read_areas("map.geojson", text_of("map.geojson"), {}, limits);
        add(out, map.diagnostics);
        if (loaded.tables)
            add(out, boundaries_of("map.geojson", map.areas, AreaIndex(map.areas),
                                   Geography(*loaded.tables))
                         .diagnostics);
    }
    if (std::filesystem::exists(dir / "people.csv")) {
        const PeopleReading people =
            read_people_table("people.csv", text_of("people.csv"), {.dated = true}, limits);
        add(out, people.diagnostics);
        if (loaded.tables)
            add(out,
                displaced_of("people.csv", people, Geography(*loaded.tables), {}, "").diagnostics);
    }
    return out;
}

}  // namespace forestall::testing
