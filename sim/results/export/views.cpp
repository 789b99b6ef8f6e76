// SPDX-License-Identifier: Apache-2.0
#include "results/export/views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "core/csv_field.hpp"
#include "results/export/calendar.hpp"
#include "results/export/place_summary.hpp"

namespace forestall {
namespace {

using std::chrono::days;

/// Steps by month, whole months only.
std::map<std::int64_t, std::vector<std::size_t>> steps_by_month(const Results& results) {
    const auto start = calendar::first_day(results);
    const auto& time = results.header().time;
    std::map<std::int64_t, std::vector<std::size_t>> months;
    for (std::size_t t = 0; t < time.size(); ++t)
        months[calendar::month_id(start + days(time[t]))].push_back(t);
    const std::int64_t before = calendar::month_id(start - days(1)),
                       after = calendar::month_id(calendar::day_after(results));
    if (before == months.begin()->first) months.erase(months.begin());
    if (!months.empty() && after == months.rbegin()->first) months.erase(std::prev(months.end()));
    return months;
}

/// The field of each place's area; empty: in none.
std::vector<std::string> areas_of(const Results& results, ViewsArea area) {
    std::vector<std::string> out;
    for (const LocationLabel& l : results.header().locations) {
        const bool placed = std::isfinite(l.latitude) && std::isfinite(l.longitude);
        if (area == ViewsArea::location)
            out.push_back(csv_field(l.name));
        else
            out.push_back(placed ? std::to_string(priogrid_cell(l.latitude, l.longitude)) : "");
    }
    return out;
}

/// Killed by month, then area.
using Killed = std::map<std::int64_t, std::map<std::string, Persons>>;

Killed killed_in(const Results& run, const std::vector<std::string>& areas) {
    const auto start = calendar::first_day(run);
    Killed out;
    for (const auto& [month, steps] : steps_by_month(run))
        for (const std::string& area : areas)
            if (!area.empty()) out[month].try_emplace(area, 0);
    for (const Event& e : run.detail().events) {
        if (e.deaths == 0 || e.place == none<PlaceId>() || areas[index(e.place)].empty()) continue;
        const std::int64_t day =
            e.day >= 0 ? e.day : run.header().time.at(static_cast<std::size_t>(e.step));
        const auto month = out.find(calendar::month_id(start + days(day)));
        if (month != out.end()) month->second[areas[index(e.place)]] += e.deaths;
    }
    return out;
}

}  // namespace

std::string views_of_results(const Results& results, const ViewsExport& what) {
    std::vector<std::vector<double>> series;
    for (Series s : what.outcome) series.push_back(results.values(s, what.option));
    const std::size_t steps = results.header().time.size();
    const auto members = members_run(results, what.option);
    std::string out = "month_id,country_id,draw,outcome\r\n";
    for (const auto& [month, in_month] : steps_by_month(results))
        for (const std::size_t m : members) {
            double sum = 0;
            for (const auto& values : series)
                for (std::size_t t : in_month) sum += values[m * steps + t];
            fmt::format_to(std::back_inserter(out), "{},{},{},{}\r\n", month, what.country_id, m,
                           sum);
        }
    return out;
}

std::string views_of_runs(std::span<const Results> runs, ViewsArea area) {
    std::string out = fmt::format("month_id,{},draw,outcome\r\n",
                                  area == ViewsArea::cell ? "priogrid_gid" : "location");
    if (runs.empty()) return out;
    const Header& first = runs.front().header();
    const std::vector<std::string> areas = areas_of(runs.front(), area);
    std::vector<Killed> killed;
    for (const Results& run : runs) {
        const Header& h = run.header();
        if (!run.has_detail()) throw FormatError(run.name(), "is not the file of a run");
        if (h.locations != first.locations || h.time != first.time ||
            h.start_date != first.start_date || h.step_days != first.step_days)
            throw FormatError(run.name(), "has other places or another period than the run before");
        killed.push_back(killed_in(run, areas));
    }
    for (const auto& [month, by_area] : killed.front())
        for (const auto& [name, unused] : by_area)
            for (std::size_t draw = 0; draw < killed.size(); ++draw)
                fmt::format_to(std::back_inserter(out), "{},{},{},{}\r\n", month, name, draw,
                               killed[draw].at(month).at(name));
    return out;
}

std::int64_t priogrid_cell(double latitude, double longitude) {
    constexpr std::int64_t rows = 360, columns = 720;
    const auto of = [](double from_the_edge, std::int64_t most) {
        return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(from_the_edge * 2)), 0,
                                        most - 1);
    };
    return of(latitude + 90, rows) * columns + of(longitude + 180, columns) + 1;
}

}  // namespace forestall
