// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include "scenario/observed/reading.hpp"
#include "scenario/text.hpp"

namespace forestall {
namespace {

/// Names with semicolons between them; nothing if one is not known.
std::optional<std::vector<std::string>> places_of(const ObservedReading& r, const CsvTable& table) {
    std::vector<std::string> out;
    const CsvCell* cell = table.cell("locations");
    if (cell == nullptr) return out;
    std::string_view rest = cell->text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        CsvCell one = *cell;
        one.text = std::string(trimmed(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (one.text.empty()) continue;
        if (!check_place(table, one, r.geography, r.report)) return std::nullopt;
        out.push_back(one.text);
    }
    return out;
}

}  // namespace

void read_observed_areas(ObservedReading& r) {
    const std::string* text = r.text(areas_file);
    if (text == nullptr) return;
    CsvTable table(areas_file, *text, r.limits.observations, r.report, r.limits, r.out.tally);
    std::set<std::string> seen;
    while (table.next()) {
        AreaRow row;
        row.code = table.text("code");
        table.required("name");
        row.name = table.text("name");
        const auto where = read_spot(table, {}, r.geography, r.report);
        const auto places = places_of(r, table);
        row.latitude = table.number("latitude", -90, 90).value_or(0);
        row.longitude = table.number("longitude", -180, 180).value_or(0);
        row.square_km = table.number("square_km", 0, 1e8).value_or(0);
        if (row.name.empty() || !where || !places || table.row_failed()) continue;
        row.region = where->region;
        row.places = *places;
        if (!seen.insert(row.key()).second) {
            r.report.add("E020", table.row_position(),
                         fmt::format("area {} already has a row", shown(row.key())));
            continue;
        }
        table.take();
        r.out.areas.push_back(std::move(row));
    }
}

}  // namespace forestall
