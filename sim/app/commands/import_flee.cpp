// SPDX-License-Identifier: Apache-2.0
#include "app/commands/import_flee.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/describe/tally_report.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output_file.hpp"
#include "app/job/session.hpp"
#include "results/files.hpp"
#include "scenario/importers/flee.hpp"
#include "scenario/text.hpp"

namespace forestall::app {
namespace {

struct Wish {
    std::string dir;
    OutputWish out;
    std::string title;
    std::string start;
    std::uint64_t days = 0;
    bool keep_blanks = false;
};

FleeOptions options_of(const Wish& wish) {
    FleeOptions out{
        .title = wish.title, .impute = !wish.keep_blanks, .days = static_cast<Day>(wish.days)};
    if (wish.start.empty()) return out;
    out.start = parse_date(wish.start);
    if (!out.start)
        throw UsageError(fmt::format("--start '{}' is not a date", wish.start), "write YYYY-MM-DD");
    return out;
}

/// Before anything is written: what cannot be replaced by a file is refused like any other name.
void check_names(const ImportReport& report, const std::string& out) {
    for (const auto& file : report.files) {
        const std::string path = out + "/" + file.first;
        if (const auto [target, problem] = files::target_of(path); !problem.empty())
            throw StartRefused(fmt::format("'{}': {}", path, problem),
                               "name another directory with -o");
    }
}

/// The scenario's own file comes last: without it the directory is not a scenario, so a part of one
/// is none.
void write_scenario(ImportReport& report, const Wish& wish) {
    const std::string& out = wish.out.path;
    check_names(report, out);
    std::error_code error;
    std::filesystem::create_directories(out, error);
    if (error)
        throw IoError(out, "cannot create the directory: " + error.message(),
                      "name another directory with -o");
    const auto existing = wish.out.overwrite ? files::Existing::replace : files::Existing::keep;
    const auto write = [&](const std::string& name, const std::string& text) {
        const std::string path = out + "/" + name;
        files::remove_stale_temporaries(path);
        output::refuse_input(path, {wish.dir});
        files::write_atomically(path, text, {}, existing);
    };
    for (const auto& [name, text] : report.files) {
        if (name == "scenario.toml") continue;
        if (const auto folder = std::filesystem::path(name).parent_path(); !folder.empty())
            files::make_directory(out + "/" + folder.string());
        write(name, text);
    }
    write("scenario.toml", report.files.at("scenario.toml"));
    report.written = true;
}

/// Files that a scenario is read from and that this import did not write: they were there, and
/// belong to it now.
std::vector<std::string> others(const ImportReport& report, const std::string& out) {
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator it(out, error), end; !error && it != end;
         it.increment(error)) {
        const std::string name = it->path().lexically_relative(out).generic_string();
        const std::string kind = it->path().extension().string();
        if ((kind == ".csv" || kind == ".toml") && !report.files.contains(name))
            names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

int import_flee_instance(const Wish& wish, const Invocation& invocation) {
    const std::string& out = wish.out.path;
    output::check_directory(out, {wish.dir}, wish.out.overwrite);
    ImportReport report = read_flee(wish.dir, options_of(wish));
    if (!report.diagnostics.has_errors()) write_scenario(report, wish);
    if (const auto names = others(report, out);
        report.written && !names.empty() && !invocation.common.quiet)
        say(fmt::format("warning: already in the directory, and now part of the scenario: {}",
                        fmt::join(names, ", ")));
    const std::size_t errors = error_count(report.diagnostics);
    const std::size_t warnings = report.diagnostics.all().size() - errors;
    if (invocation.common.json) {
        Json names = Json::array();
        for (const auto& [name, text] : report.files) names.push_back(name);
        print_json({{"written", report.written},
                    {"directory", out},
                    {"files", report.written ? names : Json::array()},
                    {"read", report.written ? tally_json(report.tally) : Json()},
                    {"persons_imputed", report.imputed},
                    {"errors", errors},
                    {"warnings", warnings},
                    {"diagnostics", diagnostics_json(report.diagnostics)}});
    } else if (!report.written) {
        say_diagnostics(report.diagnostics);
        print("nothing was written\n");
    } else {
        say_warnings(report.diagnostics, invocation.common, "the same command with --verbose");
        const std::string imputed =
            report.imputed == 0
                ? ""
                : fmt::format("; imputed beside it: {} people", thousands(report.imputed));
        print(fmt::format("{}: {} written, {}\n{}{}\nnext: forestall check {}\n", one_line(out),
                          counted(report.files.size(), "file", "files"),
                          counted(warnings, "warning", "warnings"),
                          one_line(tally_text(report.tally)), imputed, shell_file(out)));
    }
    return report.written ? exit_code::done : exit_code::bad_input;
}

}  // namespace

void add_import_flee(const Command& family, Program& program, const std::string& example) {
    const auto wish = std::make_shared<Wish>();
    const Command flee = program.add_to(
        family,
        {"flee",
         "Makes a scenario from a Flee instance: locations, routes, conflicts, closures, counts",
         example},
        [wish](const Invocation& invocation) { return import_flee_instance(*wish, invocation); });
    flee.add_option("DIR", wish->dir,
                    "the instance: a directory with input_csv/, or with its files")
        .required();
    add_output(flee, wish->out, "the scenario's directory; it is created if it does not exist")
        .required()
        .type_name("DIR2");
    flee.add_option("--title", wish->title,
                    "title of the scenario (default: from the directory's name)")
        .type_name("TEXT");
    flee.add_option("--start", wish->start,
                    "first day of the period (default: StartDate of sim_period.csv)")
        .type_name("YYYY-MM-DD");
    flee.add_option("--days", wish->days,
                    "length of the period in days (default: Length of sim_period.csv)")
        .check(whole_number())
        .check(listed_range(1, Limits{}.days));
    flee.add_flag("--keep-blanks", wish->keep_blanks,
                  "leave unknown populations at 0 instead of the country's median");
}

}  // namespace forestall::app
