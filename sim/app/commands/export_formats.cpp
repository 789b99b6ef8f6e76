// SPDX-License-Identifier: Apache-2.0
#include "app/commands/export_formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "analysis/search/stored_case.hpp"
#include "app/frame/errors.hpp"
#include "results/export.hpp"
#include "results/export/ged.hpp"
#include "results/export/geojson.hpp"
#include "results/export/graphml.hpp"
#include "results/export/views.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

/// Of the option at the point that is asked for.
std::size_t column_index(const Results& results, const ExportWish& wish) {
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

std::string csv_of(const Results& results, const std::string& table) {
    if (table == "members") return csv_of_members(results);
    if (table == "groups") return csv_of_groups(results);
    if (table == "parameters") return csv_of_parameters(results);
    return table == "places" ? csv_of_places(results) : csv_of_series(results);
}

std::string geojson_of(const Results& results, const ExportWish& wish) {
    PlacesExport what{.option = column_index(results, wish)};
    for (std::size_t v = 0; v < per_place_count; ++v)
        if (per_place_variables()[v].name == wish.outcome) what.outcome = static_cast<PerPlace>(v);
    if (!wish.routes) return geojson_of_places(results, what);
    const analysis::StoredCase stored(results);
    what.routes = stored.world().get();
    return geojson_of_places(results, what);
}

std::string graphml_of(const Results& results, const ExportWish& wish) {
    const std::size_t column = column_index(results, wish);
    const analysis::StoredCase stored(results);
    return graphml_of_network(results, *stored.world(), column);
}

/// A government, its forces and a power abroad act for states.
std::string ged_of(const Results& results) {
    if (!results.has_detail())
        throw UsageError(results.name() + " has no events",
                         "`forestall run` writes a file with those of one member");
    const analysis::StoredCase stored(results);
    std::set<std::string> states;
    for (const Actor& a : stored.tables().actors)
        if (a.kind == ActorKind::government || a.kind == ActorKind::security_force ||
            a.kind == ActorKind::external_patron)
            states.insert(a.name);
    return ged_of_run(results, std::move(states));
}

std::string views_of_areas(const ExportWish& wish) {
    std::vector<Results> runs;
    std::set<std::tuple<std::uint64_t, std::uint64_t>> draws;
    for (const std::string& path : wish.paths) {
        runs.push_back(Results::open(path));
        const Results& run = runs.back();
        if (!run.has_detail())
            throw UsageError(
                fmt::format("{} has no events, and --by {} counts them", path, wish.by),
                "`forestall run` writes a file with those of one member");
        if (run.header().options != runs.front().header().options)
            throw UsageError(path + " is of another option than the run before",
                             "draws are of one option");
        if (!draws.insert({run.header().seed, run.members().front()}).second)
            throw UsageError(path + " is the same member as another of the runs",
                             "give each draw once");
    }
    return views_of_runs(runs, wish.by == "cell" ? ViewsArea::cell : ViewsArea::location);
}

std::string views_of(const Results& results, const ExportWish& wish) {
    if (wish.country <= 0)
        throw UsageError("ViEWS numbers countries in its own way",
                         "add --country-id with the number ViEWS gives the country");
    ViewsExport what;
    what.option = column_index(results, wish);
    what.country_id = wish.country;
    return views_of_results(results, what);
}

}  // namespace

void refuse_idle(const ExportWish& wish) {
    for (const ExportWish::Limited& l : wish.limited)
        if (l.option.given() &&
            std::find(l.formats.begin(), l.formats.end(), wish.format) == l.formats.end())
            throw UsageError(
                fmt::format("{} has no effect with --format {}", l.name, wish.format),
                fmt::format("leave it out; it is for {}", fmt::join(l.formats, " and ")));
    if (wish.by == "country") {
        if (wish.paths.size() > 1)
            throw UsageError("only one file can be written in this way",
                             "several runs are the draws of --format views --by cell or location");
        return;
    }
    if (wish.country > 0)
        throw UsageError("--country-id has no effect with --by " + wish.by, "leave it out");
    if (!wish.option.empty() || wish.point_given.given())
        throw UsageError("a run has one option and no points",
                         fmt::format("leave out --option and --point with --by {}", wish.by));
}

std::string exported(const ExportWish& wish) {
    if (wish.by != "country") return views_of_areas(wish);
    const Results results = Results::open(wish.paths.front());
    if (wish.format == "geojson") return geojson_of(results, wish);
    if (wish.format == "graphml") return graphml_of(results, wish);
    if (wish.format == "ged") return ged_of(results);
    return wish.format == "views" ? views_of(results, wish) : csv_of(results, wish.table);
}

}  // namespace forestall::app
