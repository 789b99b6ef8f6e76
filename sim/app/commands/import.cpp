// SPDX-License-Identifier: Apache-2.0
// `forestall import flee DIR -o DIR2`: scenarios from what people have.
#include <fmt/format.h>

#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/errors.hpp"
#include "app/exit_code.hpp"
#include "app/numbers.hpp"
#include "app/session.hpp"
#include "app/tally_report.hpp"
#include "results/files.hpp"
#include "results/parts.hpp"
#include "scenario/importers/flee.hpp"
#include "scenario/text.hpp"

namespace forestall::app {
namespace {

struct Wish {
    std::string dir;
    std::string out;
    std::string title;
    std::string start;
    std::uint64_t days = 0;
    bool keep_blanks = false;
    bool overwrite = false;
};

FleeOptions options_of(const Wish& wish) {
    FleeOptions out{.title = wish.title, .impute = !wish.keep_blanks, .days = static_cast<Day>(wish.days)};
    if (wish.start.empty()) return out;
    out.start = parse_date(wish.start);
    if (!out.start) throw UsageError(fmt::format("--start '{}' is not a date", wish.start), "write YYYY-MM-DD");
    return out;
}

int import_flee_instance(const Wish& wish, const Invocation& invocation) {
    if (files::exists(wish.out + "/scenario.toml") && !wish.overwrite)
        throw StartRefused(wish.out + " holds a scenario already; it is left as it is",
                           "name another directory with -o, or add --overwrite");
    const ImportReport report = import_flee(wish.dir, wish.out, options_of(wish));
    const std::size_t errors = error_count(report.diagnostics);
    const std::size_t warnings = report.diagnostics.all().size() - errors;
    if (invocation.common.json) {
        Json names = Json::array();
        for (const auto& [name, text] : report.files) names.push_back(name);
        print_json({{"written", report.written},
                    {"directory", wish.out},
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
            report.imputed == 0 ? "" : fmt::format("; imputed beside it: {} people", thousands(report.imputed));
        print(fmt::format("{}: {} written, {}\n{}{}\nnext: forestall check {}\n", wish.out,
                          counted(report.files.size(), "file", "files"), counted(warnings, "warning", "warnings"),
                          tally_text(report.tally), imputed, shell_quoted(wish.out)));
    }
    return report.written ? exit_code::done : exit_code::bad_input;
}

}  // namespace

void add_import(Program& program) {
    const std::string example = "forestall import flee path/to/flee-instance -o scenarios/my-case";
    CLI::App& family = program.add_family({"import", "Makes a scenario from the files of another program", example});
    const auto wish = std::make_shared<Wish>();
    CLI::App& flee = program.add_to(
        family,
        {"flee", "Makes a scenario from a Flee instance: locations, routes, conflicts, closures, counts", example},
        [wish](const Invocation& invocation) { return import_flee_instance(*wish, invocation); });
    flee.add_option("DIR", wish->dir, "the instance: a directory with input_csv/, or with its files")->required();
    flee.add_option("-o,--output", wish->out, "the scenario's directory; it is made if need be")
        ->required()
        ->type_name("DIR2");
    flee.add_option("--title", wish->title, "title of the scenario (default: from the directory's name)")
        ->type_name("TEXT");
    flee.add_option("--start", wish->start, "first day of the period (default: StartDate of sim_period.csv)")
        ->type_name("YYYY-MM-DD");
    flee.add_option("--days", wish->days, "length of the period in days (default: Length of sim_period.csv)")
        ->check(whole_number())
        ->check(CLI::Range(1, Limits{}.days));
    flee.add_flag("--keep-blanks", wish->keep_blanks, "leave unknown populations at 0 instead of the country's median");
    flee.add_flag("--overwrite", wish->overwrite, "replace a scenario that is there");
}

}  // namespace forestall::app
