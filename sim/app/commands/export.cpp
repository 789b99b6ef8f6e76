// SPDX-License-Identifier: Apache-2.0
// `forestall export FILE --format csv|geojson|views`: results for spreadsheets, maps and the ViEWS
// forecasting group.
#include "results/export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "app/frame/output_file.hpp"
#include "results/files.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

struct Wish {
    std::string path;
    std::string format;
    std::string table = "series";
    std::string option;
    std::uint64_t point = 0;
    Argument point_given;
    std::int64_t country = 0;
    OutputWish out;
    Argument given;  ///< -o
    /// Options that only some formats look at, and these formats.
    struct Limited {
        Argument option;
        std::string name;
        std::vector<std::string> formats;
    };
    std::vector<Limited> limited;
};

/// An option that is ignored leaves its user in a belief that is wrong.
void refuse_idle(const Wish& wish) {
    for (const Wish::Limited& l : wish.limited)
        if (l.option.given() &&
            std::find(l.formats.begin(), l.formats.end(), wish.format) == l.formats.end())
            throw UsageError(
                fmt::format("{} has no effect with --format {}", l.name, wish.format),
                fmt::format("leave it out; it is for {}", fmt::join(l.formats, " and ")));
}

/// Of the option at the point that is asked for.
std::size_t column_index(const Results& results, const Wish& wish) {
    const Header& h = results.header();
    const std::string& name = wish.option;
    const bool chosen = wish.point_given.given();
    if (h.points.empty() && chosen) throw UsageError(results.name() + " has no points");
    if (!h.points.empty() && !chosen)
        throw UsageError(fmt::format("{} has {} points, and {} shows only one", results.name(),
                                     h.points.count(), wish.format),
                         "choose with --point");
    if (wish.point >= h.points.count())
        throw UsageError(fmt::format("there is no point {}", wish.point),
                         fmt::format("points are 0 to {}", h.points.count() - 1));
    const std::size_t first = static_cast<std::size_t>(wish.point) * h.options.size();
    if (name.empty()) return first;
    if (const auto found = results.find_option(name)) return first + *found;
    throw UsageError(fmt::format("{} has no option '{}'", results.name(), name),
                     fmt::format("there is: {}", fmt::join(results.header().options, ", ")));
}

std::string exported(const Wish& wish, const Results& results) {
    if (wish.format == "geojson") return geojson_of_places(results, column_index(results, wish));
    if (wish.format == "csv") {
        if (wish.table == "members") return csv_of_members(results);
        if (wish.table == "groups") return csv_of_groups(results);
        if (wish.table == "parameters") return csv_of_parameters(results);
        return wish.table == "places" ? csv_of_places(results) : csv_of_series(results);
    }
    if (wish.country <= 0)
        throw UsageError("ViEWS numbers countries in its own way",
                         "add --country-id with the number ViEWS gives the country");
    ViewsExport what;
    what.option = column_index(results, wish);
    what.country_id = wish.country;
    return views_of_results(results, what);
}

int export_results(const Wish& wish, const Invocation& invocation) {
    refuse_idle(wish);
    const bool to_file = wish.given.given();
    if (!to_file && invocation.common.json)
        throw UsageError("--json describes a file that is written", "name it with -o");
    files::Existing existing = files::Existing::keep;
    if (to_file) existing = output::check_file(wish.out.path, wish.out.rule({wish.path}));
    const Results results = Results::open(wish.path);
    const std::string text = exported(wish, results);
    if (!to_file) {
        print_data(text);
        return exit_code::done;
    }
    files::write_atomically(wish.out.path, text, {}, existing);
    if (invocation.common.json)
        print_json({{"file", wish.out.path},
                    {"format", wish.format},
                    {"bytes", text.size()},
                    {"source", wish.path}});
    else
        print(fmt::format("{}: {} of {}\n", one_line(wish.out.path),
                          size_text(static_cast<double>(text.size())), wish.format));
    return exit_code::done;
}

}  // namespace

void add_export(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"export", "Writes results for spreadsheets (csv), maps (geojson) or ViEWS (views)",
         "forestall export out.h5 --format csv -o out.csv\n"
         "forestall export out.h5 --format csv --table places -o places.csv\n"
         "forestall export out.h5 --format csv --table members -o members.csv\n"
         "forestall export out.h5 --format geojson -o out.geojson\n"
         "forestall export out.h5 --format views --country-id 70 -o views.csv"},
        [wish](const Invocation& i) { return export_results(*wish, i); });
    command.add_option("FILE", wish->path, "results file").required();
    command.add_option("--format", wish->format, "csv, geojson or views")
        .required()
        .check(one_of({"csv", "geojson", "views"}))
        .type_name("NAME");
    const Argument table =
        command
            .add_option("--table", wish->table,
                        "csv: series (a line per member and step, the default), places, groups, "
                        "members (single numbers and parameters), or parameters")
            .check(one_of({"series", "places", "groups", "members", "parameters"}))
            .type_name("NAME");
    const Argument option =
        command
            .add_option("--option", wish->option,
                        "geojson, views: which option (default: the file's first)")
            .type_name("NAME");
    wish->point_given = command
                            .add_option("--point", wish->point,
                                        "geojson, views: which point of a file with points, from 0")
                            .check(whole_number())
                            .type_name("K");
    const Argument country =
        command.add_option("--country-id", wish->country, "views: the country's number in ViEWS")
            .check(whole_number(1, 1'000'000))
            .type_name("N");
    wish->limited = {{table, "--table", {"csv"}},
                     {option, "--option", {"geojson", "views"}},
                     {wish->point_given, "--point", {"geojson", "views"}},
                     {country, "--country-id", {"views"}}};
    wish->given = add_output(command, wish->out, "file to write (default: standard output)");
}

}  // namespace forestall::app
