// SPDX-License-Identifier: Apache-2.0
#include "app/commands/import_population.hpp"

#include <fmt/format.h>

#include "app/commands/import_map.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "results/files.hpp"
#include "scenario/importers/tables/population.hpp"

namespace forestall::app {
namespace {

struct Wish {
    TableWish table;
    std::string file;
    PeopleWish people;
};

int import_population(const Wish& wish, const Invocation& invocation) {
    const auto existing = check_table_output(wish.table, "", {wish.file});
    const auto scenario = load_for_import(wish.table, invocation);
    if (!scenario) return exit_code::bad_input;
    const PeopleReading reading =
        read_people_table(wish.file, files::read_file(wish.file), wish.people);
    const auto map = open_map(wish.table, *scenario);
    TableMade made;
    made.diagnostics = reading.diagnostics;
    made.tally = reading.tally;
    if (map) add_diagnostics(made.diagnostics, map->diagnostics);
    if (!made.diagnostics.has_errors()) {
        const auto areas = area_rows(map.get(), *scenario, made.diagnostics);
        const auto before = scenario->files.find("populations.csv");
        PopulationImport p =
            population_of(wish.file, reading, *scenario->tables, areas, source_of(wish.table),
                          before == scenario->files.end() ? "" : before->second);
        add_diagnostics(made.diagnostics, p.diagnostics);
        made.text = std::move(p.text);
        made.tally = std::move(p.tally);
        made.rows = scenario->tables->populations.size();
        made.more["places"] = p.places;
        made.more["places_not_covered"] = p.not_covered;
        made.more["columns"] = columns_json(reading.columns);
        made.note = fmt::format("{}; {} have people of the table, {} keep those of the scenario",
                                columns_text(reading.columns), counted(p.places, "place", "places"),
                                p.not_covered.size());
    }
    if (map) add_map(made.tally, map->tally);
    return finish_table(wish.table, std::move(made), existing, invocation);
}

}  // namespace

void add_import_population(const Command& family, Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add_to(
        family,
        {"population", "Makes a table of populations from people by area",
         "forestall import population census.csv --scenario scenarios/two-rivers --boundaries "
         "districts.geojson -o populations.csv"},
        [wish](const Invocation& invocation) { return import_population(*wish, invocation); });
    command.add_option("FILE", wish->file, "table of people by area, as CSV").required();
    add_table_options(command, wish->table, "populations.csv, which is read and never replaced");
    add_map_options(command, wish->table, true);
    command
        .add_option("--area", wish->people.columns.area,
                    "column with codes or names of areas (default: by known names)")
        .type_name("COLUMN");
    command
        .add_option("--persons", wish->people.columns.persons,
                    "column with people (default: by known names)")
        .type_name("COLUMN");
    add_source(command, wish->table, "imported");
}

}  // namespace forestall::app
