// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/boundaries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "scenario/names.hpp"
#include "scenario/report.hpp"

namespace forestall {
namespace {

std::string region_called(const std::string& name, const Geography& geography) {
    if (name.empty()) return "";
    for (const std::string& region : geography.regions(true))
        if (folded_name(region) == folded_name(name)) return region;
    return "";
}

/// How many of an area's places each region has.
std::map<std::string, std::size_t> by_region(const AreaRow& row, const Geography& geography) {
    std::map<std::string, std::size_t> out;
    for (const std::string& place : row.places)
        ++out[geography.places()[*geography.place(place)].region];
    return out;
}

std::string most_of(const std::map<std::string, std::size_t>& count) {
    const auto most =
        std::max_element(count.begin(), count.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == count.end() ? "" : most->first;
}

/// Puts places at home into areas. A name with a semicolon is no entry of a list of names.
void add_places(std::string_view file, const AreaIndex& index, const Geography& geography,
                Boundaries& out, Report& report) {
    const SourcePosition at{std::string(file), 0, 0};
    for (const Place& p : geography.places()) {
        if (p.foreign) continue;
        const auto area = index.nearest({p.longitude, p.latitude}, outline_slack_km);
        if (p.name.find(';') != std::string::npos)
            report.add("W216", at, fmt::format("{} has a semicolon in its name", shown(p.name)));
        else if (area)
            out.rows[*area].places.push_back(p.name);
        else
            report.add("W216", at, fmt::format("{} is in no area", shown(p.name)));
    }
}

}  // namespace

Boundaries boundaries_of(std::string_view file, std::span<const Area> areas, const AreaIndex& index,
                         const Geography& geography) {
    Boundaries out;
    Report report(out.diagnostics, Limits{}.shown);
    for (const Area& area : areas) {
        const LonLat point = point_in(area);
        out.rows.push_back({.code = area.code,
                            .name = area.name,
                            .latitude = point.latitude,
                            .longitude = point.longitude,
                            .square_km = square_km(area),
                            .parent = area.parent});
        if (!is_sound(area))
            report.add("W220", {std::string(file), 0, 0},
                       fmt::format("outlines of {} cross", shown(area.name)));
    }
    add_places(file, index, geography, out, report);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        AreaRow& row = out.rows[i];
        const auto regions = by_region(row, geography);
        row.region = most_of(regions);
        if (regions.size() > 1)
            report.add("W212", {std::string(file), 0, 0},
                       fmt::format("{} has places of {} regions, most of them of {}",
                                   shown(row.name), regions.size(), shown(row.region)));
        for (const std::string* name : {&areas[i].name, &areas[i].parent})
            if (row.outside()) row.region = region_called(*name, geography);
    }
    if (!out.rows.empty() &&
        std::all_of(out.rows.begin(), out.rows.end(), [](auto& row) { return row.outside(); }))
        report.add("W220", {std::string(file), 0, 0}, "every area lies outside of the scenario");
    report.finish();
    return out;
}

bool same_area(const AreaRow& a, const AreaRow& b) {
    if (!a.code.empty() || !b.code.empty()) return a.code == b.code;
    return a.name == b.name && (a.parent.empty() || b.parent.empty() || a.parent == b.parent);
}

void overlay(std::vector<AreaRow>& rows, std::span<const AreaRow> given) {
    for (AreaRow& row : rows) {
        const auto same = [&](const AreaRow& other) { return same_area(other, row); };
        const auto found = std::find_if(given.begin(), given.end(), same);
        if (found == given.end()) continue;
        row.region = found->region;
        row.places = found->places;
    }
}

}  // namespace forestall
