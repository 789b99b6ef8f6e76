// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include "scenario/observed/reading.hpp"

namespace forestall {

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
        row.parent = table.text("parent");
        const auto where = read_spot(table, {}, r.geography, r.report);
        const auto places = read_places(table, "locations", true, r.geography, r.report);
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
