// SPDX-License-Identifier: Apache-2.0
#include "app/commands/import_table.hpp"

#include <fmt/format.h>

#include "app/describe/tally_report.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "results/files.hpp"
#include "scenario/keys.hpp"
#include "scenario/observed/read_observations.hpp"

namespace forestall::app {

void add_table_options(const Command& command, TableWish& wish, const std::string& file) {
    command.add_option("--scenario", wish.scenario, "the scenario's directory")
        .required()
        .type_name("DIR");
    add_output(command, wish.out, "the table; a scenario has it as " + file).required();
}

void add_map_options(const Command& command, TableWish& wish, bool as_option) {
    if (as_option)
        command
            .add_option("--boundaries", wish.map,
                        "map of areas as GeoJSON in degrees (default: none)")
            .type_name("FILE");
    const auto property = [&](const char* option, std::string& into, const char* what) {
        command
            .add_option(
                option, into,
                fmt::format("property of the map that holds {} (default: by known names)", what))
            .type_name("PROPERTY");
    };
    property("--code", wish.properties.code, "the code of an area");
    property("--name", wish.properties.name, "its name");
    property("--parent", wish.properties.parent, "the name of the area that it is part of");
}

void add_source(const Command& command, TableWish& wish, const std::string& standard) {
    wish.source = standard;
    command
        .add_option("--source", wish.source,
                    fmt::format("what column source says (default: {})", standard))
        .type_name("TEXT");
}

files::Existing check_table_output(const TableWish& wish, const std::string& file,
                                   std::vector<std::string> inputs) {
    for (const FileSpec& spec : scenario_files())
        if (spec.name != file) inputs.push_back(wish.scenario + "/" + std::string(spec.name));
    if (!wish.map.empty()) inputs.push_back(wish.map);
    return output::check_file(wish.out.path, wish.out.rule(std::move(inputs)));
}

std::optional<Loaded> load_for_import(const TableWish& wish, const Invocation& invocation) {
    Loaded loaded = load_directory(wish.scenario);
    if (loaded.tables && !loaded.diagnostics.has_errors()) return loaded;
    if (invocation.common.json)
        print_json({{"written", false}, {"diagnostics", diagnostics_json(loaded.diagnostics)}});
    else
        say_diagnostics(loaded.diagnostics);
    return std::nullopt;
}

std::unique_ptr<Map> open_map(const TableWish& wish, const Loaded& scenario) {
    if (wish.map.empty()) return nullptr;
    AreaReading reading = read_areas(wish.map, files::read_file(wish.map), wish.properties);
    const Geography geography(*scenario.tables);
    AreaIndex index(reading.areas);
    Boundaries found = boundaries_of(wish.map, reading.areas, index, geography);
    add_diagnostics(reading.diagnostics, found.diagnostics);
    reading.diagnostics.sort();
    overlay(found.rows, read_observations(scenario.files, *scenario.tables).areas);
    return std::make_unique<Map>(Map{
        std::move(reading.areas), std::move(index), std::move(found.rows), std::move(reading.tally),
        std::move(reading.diagnostics), std::move(reading.properties)});
}

std::vector<AreaRow> area_rows(const Map* map, const Loaded& scenario) {
    if (map != nullptr) return map->rows;
    return read_observations(scenario.files, *scenario.tables).areas;
}

void add_diagnostics(Diagnostics& to, const Diagnostics& from) {
    for (const Diagnostic& d : from.all())
        if (d.severity == Severity::error)
            to.error(d.at, d.code, d.message, d.hint);
        else
            to.warning(d.at, d.code, d.message, d.hint);
}

void add_tally(Tally& to, const Tally& from) {
    const auto add = [](auto& lines, const auto& more) {
        for (const auto& [name, line] : more) {
            lines[name].read += line.read;
            lines[name].in_world += line.in_world;
            for (const auto& [reason, amount] : line.dropped) lines[name].drop(reason, amount);
        }
    };
    add(to.things, from.things);
    add(to.rows, from.rows);
}

int finish_table(const TableWish& wish, TableMade made, files::Existing existing,
                 const Invocation& invocation) {
    const std::string& out = wish.out.path;
    made.diagnostics.sort();
    const std::size_t errors = error_count(made.diagnostics);
    const bool written = errors == 0;
    if (written) files::write_atomically(out, made.text, {}, existing);
    if (invocation.common.json) {
        Json answer{{"written", written},
                    {"file", out},
                    {"rows", made.rows},
                    {"read", tally_json(made.tally)},
                    {"errors", errors},
                    {"warnings", made.diagnostics.all().size() - errors},
                    {"diagnostics", diagnostics_json(made.diagnostics)}};
        answer.update(made.more);
        print_json(answer);
    } else if (!written) {
        say_diagnostics(made.diagnostics);
        print("nothing was written\n");
    } else {
        say_warnings(made.diagnostics, invocation.common, "the same command with --verbose");
        print(fmt::format("{}: {}\n{}\n{}", one_line(out), counted(made.rows, "row", "rows"),
                          one_line(tally_text(made.tally, "in the table")),
                          made.note.empty() ? "" : one_line(made.note) + "\n"));
    }
    return written ? exit_code::done : exit_code::bad_input;
}

}  // namespace forestall::app
