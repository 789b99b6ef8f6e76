// SPDX-License-Identifier: Apache-2.0
#include "app/commands/import_table.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "app/describe/tally_report.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "results/files.hpp"
#include "scenario/keys.hpp"

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

std::string source_of(const TableWish& wish) {
    const bool formula = !wish.source.empty() &&
                         std::string("=+-@\t").find(wish.source.front()) != std::string::npos;
    return formula ? "'" + wish.source : wish.source;
}

namespace {

/// The folder of observations, where a scenario has none yet.
void make_observed(const TableWish& wish) {
    namespace fs = std::filesystem;
    std::error_code ignored;  // the file that cannot be written tells
    const fs::path folder = fs::path(wish.out.path).parent_path();
    if (folder.filename() == "observed" &&
        fs::equivalent(folder.parent_path(), wish.scenario, ignored))
        fs::create_directory(folder, ignored);
}

}  // namespace

files::Existing check_table_output(const TableWish& wish, const std::string& file,
                                   std::vector<std::string> inputs) {
    for (const FileSpec& spec : scenario_files())
        if (spec.name != file) inputs.push_back(wish.scenario + "/" + std::string(spec.name));
    if (!wish.map.empty()) inputs.push_back(wish.map);
    make_observed(wish);
    return output::check_file(wish.out.path, wish.out.rule(std::move(inputs)));
}

namespace {

Json answer_of(const TableWish& wish, std::size_t rows, const Tally& tally,
               const Diagnostics& diagnostics) {
    const std::size_t errors = error_count(diagnostics);
    return {{"written", errors == 0},
            {"file", wish.out.path},
            {"rows", rows},
            {"read", tally_json(tally)},
            {"errors", errors},
            {"warnings", diagnostics.all().size() - errors},
            {"diagnostics", diagnostics_json(diagnostics)}};
}

}  // namespace

std::optional<Loaded> load_for_import(const TableWish& wish, const Invocation& invocation) {
    Loaded loaded = load_directory(wish.scenario);
    if (loaded.tables && !loaded.diagnostics.has_errors()) return loaded;
    if (invocation.common.json)
        print_json(answer_of(wish, 0, {}, loaded.diagnostics));
    else
        say_diagnostics(loaded.diagnostics);
    return std::nullopt;
}

void add_diagnostics(Diagnostics& to, const Diagnostics& from) {
    for (const Diagnostic& d : from.all())
        if (d.severity == Severity::error)
            to.error(d.at, d.code, d.message, d.hint);
        else
            to.warning(d.at, d.code, d.message, d.hint);
}

int finish_table(const TableWish& wish, TableMade made, files::Existing existing,
                 const Invocation& invocation) {
    const std::string& out = wish.out.path;
    made.diagnostics.sort();
    const bool written = !made.diagnostics.has_errors();
    if (written) files::write_atomically(out, made.text, {}, existing);
    if (invocation.common.json) {
        Json answer = answer_of(wish, made.rows, made.tally, made.diagnostics);
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
