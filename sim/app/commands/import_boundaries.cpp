// SPDX-License-Identifier: Apache-2.0
#include "app/commands/import_boundaries.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/commands/import_map.hpp"
#include "app/frame/exit_code.hpp"
#include "results/files.hpp"
#include "scenario/observed/observations_text.hpp"

namespace forestall::app {
namespace {

int import_boundaries(const TableWish& wish, const Invocation& invocation) {
    const auto existing = check_table_output(wish, areas_file, {});
    const auto scenario = load_for_import(wish, invocation);
    if (!scenario) return exit_code::bad_input;
    const auto map = open_map(wish, *scenario);
    TableMade made;
    made.text = areas_text(map->rows);
    made.rows = map->rows.size();
    made.tally = map->tally;
    made.diagnostics = map->diagnostics;
    const auto outside =
        std::count_if(map->rows.begin(), map->rows.end(), [](auto& row) { return row.outside(); });
    made.more["outside"] = outside;
    made.more["properties"] = {{"code", map->properties.code},
                               {"name", map->properties.name},
                               {"parent", map->properties.parent}};
    made.note = fmt::format("{} of {} areas lie outside of the scenario", outside, made.rows);
    return finish_table(wish, std::move(made), existing, invocation);
}

}  // namespace

void add_import_boundaries(const Command& family, Program& program) {
    const auto wish = std::make_shared<TableWish>();
    const Command command = program.add_to(
        family,
        {"boundaries", "Makes a table of areas from a map: their codes, places and region",
         "forestall import boundaries districts.geojson --scenario scenarios/two-rivers -o "
         "areas.csv"},
        [wish](const Invocation& invocation) { return import_boundaries(*wish, invocation); });
    command.add_option("FILE", wish->map, "map of areas as GeoJSON in degrees").required();
    add_table_options(command, *wish, areas_file);
    add_map_options(command, *wish, false);
}

}  // namespace forestall::app
