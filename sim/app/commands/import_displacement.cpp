// SPDX-License-Identifier: Apache-2.0
#include "app/commands/import_displacement.hpp"

#include <fmt/format.h>

#include "app/commands/import_map.hpp"
#include "app/frame/exit_code.hpp"
#include "results/files.hpp"
#include "scenario/importers/tables/displacement.hpp"
#include "scenario/observed/observations_text.hpp"
#include "scenario/text.hpp"

namespace forestall::app {
namespace {

struct Wish {
    TableWish table;
    std::string file;
    std::string order;
    PeopleWish people;
};

int import_displacement(const Wish& wish, const Invocation& invocation) {
    const auto existing = check_table_output(wish.table, displaced_file, {wish.file});
    const auto scenario = load_for_import(wish.table, invocation);
    if (!scenario) return exit_code::bad_input;
    PeopleWish people = wish.people;
    people.dated = true;
    if (!wish.order.empty())
        people.order = wish.order == "dmy" ? DateOrder::day_month : DateOrder::month_day;
    const PeopleReading reading = read_people_table(wish.file, files::read_file(wish.file), people);
    const auto map = open_map(wish.table, *scenario);
    TableMade made;
    made.diagnostics = reading.diagnostics;
    made.tally = reading.tally;
    if (map) add_diagnostics(made.diagnostics, map->diagnostics);
    if (!made.diagnostics.has_errors()) {
        const Geography geography(*scenario->tables);
        const auto areas = area_rows(map.get(), *scenario, made.diagnostics);
        DisplacedImport d =
            displaced_of(wish.file, reading, geography, areas, source_of(wish.table));
        add_diagnostics(made.diagnostics, d.diagnostics);
        made.text = displaced_text(d.rows);
        made.rows = d.rows.size();
        made.more["columns"] = columns_json(reading.columns);
        made.note = columns_text(reading.columns);
        made.tally = std::move(d.tally);
        if (!d.rows.empty())
            made.more["dates"] = {{"first", date_text(d.rows.front().date)},
                                  {"last", date_text(d.rows.back().date)}};
    }
    if (map) add_map(made.tally, map->tally);
    return finish_table(wish.table, std::move(made), existing, invocation);
}

}  // namespace

void add_import_displacement(const Command& family, Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add_to(
        family,
        {"displacement", "Makes a table of displaced people from counts by area and date",
         "forestall import displacement dtm.csv --scenario scenarios/two-rivers --boundaries "
         "districts.geojson -o displaced.csv"},
        [wish](const Invocation& invocation) { return import_displacement(*wish, invocation); });
    command.add_option("FILE", wish->file, "counts by area and date, as CSV").required();
    add_table_options(command, wish->table, displaced_file);
    add_map_options(command, wish->table, true);
    const auto column = [&](const char* option, std::string& into, const char* what) {
        command
            .add_option(option, into, fmt::format("column with {} (default: by known names)", what))
            .type_name("COLUMN");
    };
    column("--area", wish->people.columns.area, "codes or names of the areas where people are");
    column("--persons", wish->people.columns.persons, "people");
    column("--date", wish->people.columns.date, "dates");
    column("--origin", wish->people.columns.origin, "the areas that people left");
    command
        .add_option("--date-order", wish->order,
                    "how dates as 1/7/2017 are read (default: they are left out)")
        .check(one_of_listed({"dmy", "mdy"}));
    add_source(command, wish->table, "imported");
}

}  // namespace forestall::app
