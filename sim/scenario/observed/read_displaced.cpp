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
    std::set<std::tuple<std::int32_t, Spot, Spot>> seen;
    while (table.next()) {
        table.required("date");
        table.required("persons");
        const auto date = table.date("date");
        const auto persons = table.persons("persons");
        const auto origin = read_spot(table, {.prefix = "origin_"}, r.geography, r.report);
        const auto host =
            read_spot(table, {.prefix = "host_", .at_home = false}, r.geography, r.report);
        if (!date || !persons || !origin || !host) continue;
        if (!seen.emplace(*date, *origin, *host).second) {
            r.report.add(
                "E031", table.row_position(),
                fmt::format("{} already has a row of this origin and this host", date_text(*date)));
            continue;
        }
        table.take();
        r.out.displaced.push_back({*date, *origin, *host, *persons, table.text("source")});
    }
}

}  // namespace forestall
