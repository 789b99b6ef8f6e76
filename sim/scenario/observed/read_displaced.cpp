// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>
#include <tuple>

#include "scenario/observed/reading.hpp"
#include "scenario/text.hpp"

namespace forestall {

void read_observed_displaced(ObservedReading& r) {
    const std::string* text = r.text(displaced_file);
    if (text == nullptr) return;
    CsvTable table(displaced_file, *text, r.limits.observations, r.report, r.limits, r.out.tally);
    std::set<std::tuple<std::int32_t, Spot, Spot, std::vector<std::string>>> seen;
    while (table.next()) {
        table.required("date");
        table.required("persons");
        const auto date = table.date("date");
        const auto persons = table.persons("persons");
        const auto origin = read_spot(table, {.prefix = "origin_"}, r.geography, r.report);
        const auto host =
            read_spot(table, {.prefix = "host_", .at_home = false}, r.geography, r.report);
        const auto together = read_places(table, "host_locations", false, r.geography, r.report);
        if (!date || !persons || !origin || !host || !together) continue;
        if (!together->empty() && !host->anywhere()) {
            r.report.add("E212", table.row_position(),
                         "host_locations and another column both say where they are");
            continue;
        }
        if (!seen.emplace(*date, *origin, *host, *together).second) {
            r.report.add(
                "E031", table.row_position(),
                fmt::format("{} already has a row of this origin and this host", date_text(*date)));
            continue;
        }
        table.take();
        r.out.displaced.push_back(
            {*date, *origin, *host, *persons, table.text("source"), *together});
    }
}

}  // namespace forestall
