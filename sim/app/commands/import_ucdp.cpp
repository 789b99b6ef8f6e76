// SPDX-License-Identifier: Apache-2.0
#include "app/commands/import_ucdp.hpp"

#include <fmt/format.h>

#include "app/commands/import_map.hpp"
#include "app/commands/import_ucdp_options.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "results/files.hpp"
#include "scenario/observed/observations_text.hpp"

namespace forestall::app {
namespace {

Json elsewhere_json(const DeathsImport& deaths) {
    Json out = Json::array();
    for (const auto& [area, outside] : deaths.elsewhere)
        out.push_back({{"area", area}, {"events", outside.events}, {"deaths", outside.deaths}});
    return out;
}

/// E218 if no event is of the scenario.
void check_any(const DeathsImport& deaths, const std::string& file, Diagnostics& to) {
    if (deaths.events > 0) return;
    std::string countries;
    for (const auto& [name, events] : deaths.other_countries)
        countries += (countries.empty() ? "" : ", ") + name;
    to.error({file, 0, 0}, "E218", "no event is of this scenario and its period",
             countries.empty() ? "see what was left out"
                               : "say with --country what the file calls it: " + countries);
}

int import_ucdp(const UcdpWish& wish, const Invocation& invocation) {
    const auto existing = check_table_output(wish.table, deaths_file, wish.files);
    const auto scenario = load_for_import(wish.table, invocation);
    if (!scenario) return exit_code::bad_input;
    const DeathsWish deaths_wanted = deaths_wish(wish, scenario->tables->settings);
    TableMade made;
    std::vector<UcdpFile> files;
    for (const std::string& name : wish.files) {
        files.push_back({name, read_ucdp(name, files::read_file(name))});
        add_diagnostics(made.diagnostics, files.back().reading.diagnostics);
    }
    const auto map = open_map(wish.table, *scenario);
    if (map) add_diagnostics(made.diagnostics, map->diagnostics);
    const Geography geography(*scenario->tables);
    std::optional<UcdpPlacer::Map> placing;
    if (map) placing.emplace(UcdpPlacer::Map{map->index, map->rows});
    const UcdpPlacer placer(geography, placing, placing_rule(wish, *scenario->tables));
    DeathsImport deaths = deaths_of(files, placer, deaths_wanted);
    add_diagnostics(made.diagnostics, deaths.diagnostics);
    if (!made.diagnostics.has_errors()) check_any(deaths, wish.files.front(), made.diagnostics);
    made.text = deaths_text(deaths.rows);
    made.rows = deaths.rows.size();
    made.tally = std::move(deaths.tally);
    if (map) add_map(made.tally, map->tally);
    made.more["events"] = deaths.events;
    made.more["elsewhere"] = elsewhere_json(deaths);
    if (!deaths.rows.empty()) {
        const std::string first = month_text(deaths.rows.front().month);
        const std::string last = month_text(deaths.rows.back().month);
        made.more["months"] = {{"first", first}, {"last", last}};
        made.note = fmt::format("{} in months from {} to {}",
                                counted(deaths.events, "event", "events"), first, last);
    }
    return finish_table(wish.table, std::move(made), existing, invocation);
}

}  // namespace

void add_import_ucdp(const Command& family, Program& program) {
    const auto wish = std::make_shared<UcdpWish>();
    const Command command = program.add_to(
        family,
        {"ucdp", "Makes a table of deaths by kind, place and month from UCDP's events",
         "forestall import ucdp ged.csv --scenario scenarios/two-rivers --country Aru --first "
         "2010-01-01 --last 2010-12-31 -o deaths.csv"},
        [wish](const Invocation& invocation) { return import_ucdp(*wish, invocation); });
    command.add_option("FILE", wish->files, "UCDP's georeferenced events (GED) as CSV").required();
    add_table_options(command, wish->table, deaths_file);
    add_map_options(command, wish->table, true);
    add_ucdp_options(command, *wish);
    add_source(command, wish->table, "UCDP GED");
}

}  // namespace forestall::app
