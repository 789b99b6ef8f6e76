// SPDX-License-Identifier: Apache-2.0
// A failing case of observations: a map (map.geojson), counts (people.csv), people by area
// (census.csv), events (ged.csv), or the files of observed/, each beside a scenario where it needs
// one.
#pragma once
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "scenario/importers/tables/boundaries.hpp"
#include "scenario/importers/tables/displacement.hpp"
#include "scenario/importers/tables/population.hpp"
#include "scenario/importers/tables/ucdp_deaths.hpp"
#include "scenario/observed/read_observations.hpp"
#include "scenario/text.hpp"
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
    std::vector<AreaRow> areas;
    if (std::filesystem::exists(dir / "map.geojson")) {
        const AreaReading map = read_areas("map.geojson", text_of("map.geojson"), {}, limits);
        add(out, map.diagnostics);
        if (loaded.tables) {
            const Boundaries found = boundaries_of("map.geojson", map.areas, AreaIndex(map.areas),
                                                   Geography(*loaded.tables));
            add(out, found.diagnostics);
            areas = found.rows;
        }
    }
    if (std::filesystem::exists(dir / "people.csv")) {
        const PeopleReading people =
            read_people_table("people.csv", text_of("people.csv"), {.dated = true}, limits);
        add(out, people.diagnostics);
        if (loaded.tables)
            add(out, displaced_of("people.csv", people, Geography(*loaded.tables), areas, "")
                         .diagnostics);
    }
    if (std::filesystem::exists(dir / "census.csv"))
        add(out, population_of("census.csv",
                               read_people_table("census.csv", text_of("census.csv"), {}, limits),
                               loaded.tables.value(), areas, "")
                     .diagnostics);
    if (std::filesystem::exists(dir / "ged.csv")) {
        const Geography geography(loaded.tables.value());
        const std::vector<UcdpFile> files{{"ged.csv", read_ucdp("ged.csv", text_of("ged.csv"))}};
        const DeathsWish all{.first = *parse_date("2030-01-01"), .last = *parse_date("2030-01-14")};
        const UcdpPlacer placer(geography, std::nullopt, {{"Aru"}, false, std::nullopt});
        add(out, deaths_of(files, placer, all).diagnostics);
    }
    return out;
}

}  // namespace forestall::testing
