// SPDX-License-Identifier: Apache-2.0
// `forestall export FILE --format csv|geojson|graphml|ged|views`: results for spreadsheets, maps,
// networks, what reads UCDP's events, and the ViEWS forecasting group.
#include <fmt/format.h>

#include "app/commands/export_formats.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "results/files.hpp"

namespace forestall::app {
namespace {

int export_results(const ExportWish& wish, const Invocation& invocation) {
    refuse_idle(wish);
    const bool to_file = wish.given.given();
    if (!to_file && invocation.common.json)
        throw UsageError("--json describes a file that is written", "name it with -o");
    files::Existing existing = files::Existing::keep;
    if (to_file) existing = output::check_file(wish.out.path, wish.out.rule(wish.paths));
    const std::string text = exported(wish);
    if (!to_file) {
        print_data(text);
        return exit_code::done;
    }
    files::write_atomically(wish.out.path, text, {}, existing);
    if (invocation.common.json)
        print_json({{"file", wish.out.path},
                    {"format", wish.format},
                    {"bytes", text.size()},
                    {"source", wish.paths.front()}});
    else
        print(fmt::format("{}: {} of {}\n", one_line(wish.out.path),
                          size_text(static_cast<double>(text.size())), wish.format));
    return exit_code::done;
}

/// Options that choose what is written, and the formats that look at them.
void add_choices(const Command& command, ExportWish& wish) {
    const Argument table =
        command
            .add_option("--table", wish.table,
                        "csv: series (a line per member and step, the default), places, groups, "
                        "members (single numbers and parameters), or parameters")
            .check(one_of({"series", "places", "groups", "members", "parameters"}))
            .type_name("NAME");
    const Argument option =
        command
            .add_option("--option", wish.option,
                        "geojson, graphml, views: which option (default: the file's first)")
            .type_name("NAME");
    wish.point_given =
        command
            .add_option("--point", wish.point,
                        "geojson, graphml, views: which point of a file with points, from 0")
            .check(whole_number())
            .type_name("K");
    const Argument outcome =
        command
            .add_option("--outcome", wish.outcome,
                        "geojson: add median, 5 % and 95 % quantile by place of "
                        "deaths_by_location or displaced_by_location")
            .check(one_of({"deaths_by_location", "displaced_by_location"}))
            .type_name("NAME");
    const Argument routes =
        command.add_flag("--routes", wish.routes, "geojson: add a line for each route");
    const Argument by =
        command
            .add_option("--by", wish.by,
                        "views: country (default), or cell (PRIO-GRID) or location of runs")
            .check(one_of({"country", "cell", "location"}))
            .type_name("NAME");
    const Argument country = command
                                 .add_option("--country-id", wish.country,
                                             "views by country: the country's number in ViEWS")
                                 .check(whole_number(1, 1'000'000))
                                 .type_name("N");
    wish.limited = {{table, "--table", {"csv"}},
                    {option, "--option", {"geojson", "graphml", "views"}},
                    {wish.point_given, "--point", {"geojson", "graphml", "views"}},
                    {outcome, "--outcome", {"geojson"}},
                    {routes, "--routes", {"geojson"}},
                    {by, "--by", {"views"}},
                    {country, "--country-id", {"views"}}};
}

}  // namespace

void add_export(Program& program) {
    const auto wish = std::make_shared<ExportWish>();
    const Command command = program.add(
        {"export", "Writes results for spreadsheets, maps, networks, UCDP's readers or ViEWS",
         "forestall export out.h5 --format csv -o out.csv\n"
         "forestall export out.h5 --format csv --table places -o places.csv\n"
         "forestall export out.h5 --format csv --table members -o members.csv\n"
         "forestall export out.h5 --format geojson --routes -o out.geojson\n"
         "forestall export out.h5 --format graphml -o out.graphml\n"
         "forestall export run.h5 --format ged -o events.csv\n"
         "forestall export run.h5 --format views --by cell -o cells.csv\n"
         "forestall export out.h5 --format views --country-id 70 -o views.csv"},
        [wish](const Invocation& i) { return export_results(*wish, i); });
    command.add_option("FILE", wish->paths, "results file; views by cell or location: several runs")
        .required();
    command.add_option("--format", wish->format, "csv, geojson, graphml, ged or views")
        .required()
        .check(one_of({"csv", "geojson", "graphml", "ged", "views"}))
        .type_name("NAME");
    add_choices(command, *wish);
    wish->given = add_output(command, wish->out, "file to write (default: standard output)");
}

}  // namespace forestall::app
