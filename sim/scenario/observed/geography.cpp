// SPDX-License-Identifier: Apache-2.0
#include "scenario/observed/geography.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/text.hpp"

namespace forestall {

Geography::Geography(const WorldTables& tables) : places_(&tables.places) {
    for (std::size_t i = 0; i < tables.places.size(); ++i) {
        const Place& p = tables.places[i];
        by_name_.emplace(p.name, i);
        countries_.insert(p.country);
        if (p.region.empty()) continue;
        all_regions_.insert(p.region);
        if (!p.foreign) home_regions_.insert(p.region);
    }
}

std::optional<std::size_t> Geography::place(std::string_view name) const {
    const auto found = by_name_.find(std::string(name));
    return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

bool Geography::has_region(const std::string& name, bool at_home) const {
    return (at_home ? home_regions_ : all_regions_).contains(name);
}

std::vector<std::string> Geography::regions(bool at_home) const {
    const auto& names = at_home ? home_regions_ : all_regions_;
    return {names.begin(), names.end()};
}

std::vector<std::size_t> Geography::settlements(std::string_view region) const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < places_->size(); ++i) {
        const Place& p = (*places_)[i];
        if (!p.foreign && p.kind == PlaceKind::settlement && (region.empty() || p.region == region))
            out.push_back(i);
    }
    return out;
}

std::vector<std::string> Geography::places_of(std::string_view region) const {
    std::vector<std::string> out;
    for (const Place& p : *places_)
        if (!p.foreign && p.region == region) out.push_back(p.name);
    std::sort(out.begin(), out.end());
    return out;
}

namespace {

/// E214 if it is a place abroad.
bool is_at_home(const CsvTable& table, const CsvCell& cell, const Geography& geography,
                Report& report) {
    if (!geography.places()[*geography.place(cell.text)].foreign) return true;
    report.add("E214", table.position(cell), fmt::format("{} is abroad", shown(cell.text)));
    return false;
}

/// Tells of a name that is not known.
bool unknown(const CsvTable& table, const CsvCell& cell, std::string_view code,
             std::string_view what, const std::vector<std::string>& known, Report& report) {
    report.add_cause(code, table.position(cell), cell.text,
                     fmt::format("unknown {} {}", what, shown(cell.text)),
                     did_you_mean(nearest(cell.text, known)));
    return false;
}

}  // namespace

bool check_place(const CsvTable& table, const CsvCell& cell, const Geography& geography,
                 Report& report) {
    if (geography.place(cell.text)) return true;
    std::vector<std::string> known;
    for (const Place& p : geography.places()) known.push_back(p.name);
    return unknown(table, cell, "E021", "place", known, report);
}

std::optional<Spot> read_spot(const CsvTable& table, const SpotColumns& columns,
                              const Geography& geography, Report& report) {
    const CsvCell* location = table.cell(columns.prefix + "location");
    const CsvCell* region = table.cell(columns.prefix + "region");
    const CsvCell* country = columns.at_home ? nullptr : table.cell(columns.prefix + "country");
    Spot out;
    const CsvCell* first = nullptr;
    for (const CsvCell* each : {location, region, country}) {
        if (each == nullptr) continue;
        if (first != nullptr) {
            report.add("E212", table.position(*each),
                       fmt::format("{} and {} both say where it is", shown(first->text),
                                   shown(each->text)));
            return std::nullopt;
        }
        first = each;
    }
    if (location != nullptr) {
        if (!check_place(table, *location, geography, report)) return std::nullopt;
        if (columns.at_home && !is_at_home(table, *location, geography, report))
            return std::nullopt;
        out.location = location->text;
    }
    if (region != nullptr) {
        if (!geography.has_region(region->text, columns.at_home)) {
            unknown(table, *region, "E213", "region", geography.regions(columns.at_home), report);
            return std::nullopt;
        }
        out.region = region->text;
    }
    if (country != nullptr) {
        if (!geography.has_country(country->text)) {
            unknown(table, *country, "E043", "country", geography.countries(), report);
            return std::nullopt;
        }
        out.country = country->text;
    }
    return out;
}

std::optional<std::vector<std::string>> read_places(const CsvTable& table, std::string_view column,
                                                    bool at_home, const Geography& geography,
                                                    Report& report) {
    std::vector<std::string> out;
    const CsvCell* cell = table.cell(column);
    if (cell == nullptr) return out;
    std::string_view rest = cell->text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        CsvCell one = *cell;
        one.text = std::string(trimmed(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (one.text.empty()) continue;
        if (!check_place(table, one, geography, report)) return std::nullopt;
        if (at_home && !is_at_home(table, one, geography, report)) return std::nullopt;
        out.push_back(one.text);
    }
    return out;
}

}  // namespace forestall
