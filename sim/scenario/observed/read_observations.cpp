// SPDX-License-Identifier: Apache-2.0
#include "scenario/observed/read_observations.hpp"

#include "scenario/observed/reading.hpp"

namespace forestall {

Observations read_observations(const ScenarioFiles& files, const WorldTables& tables,
                               const Limits& limits) {
    Observations out;
    Report report(out.diagnostics, limits.shown);
    ObservedReading r{files, tables, limits, report, Geography(tables), out};
    read_observed_deaths(r);
    read_observed_displaced(r);
    read_observed_control(r);
    read_observed_areas(r);
    report.finish();
    const auto count = [&](const char* file, std::size_t rows) {
        if (files.contains(file)) out.tally.rows[file].in_world = static_cast<double>(rows);
    };
    count(deaths_file, out.deaths.size());
    count(displaced_file, out.displaced.size());
    count(held_file, out.held.size());
    count(areas_file, out.areas.size());
    if (files.contains(deaths_file)) {
        double& kept = out.tally.things["deaths_observed"].in_world;
        for (const DeathsRow& row : out.deaths) kept += real(row.deaths);
    }
    out.diagnostics.sort();
    return out;
}

}  // namespace forestall
