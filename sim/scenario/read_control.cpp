// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <unordered_map>
#include <unordered_set>

#include "scenario/reading.hpp"

namespace forestall {

void read_control(Reading& r) {
    constexpr double rounding = 1e-9;
    const std::string* text = r.text("control.csv");
    if (text == nullptr) return;
    CsvTable table("control.csv", *text, r.limits.places * r.limits.actors, r.report, r.limits,
                   r.tally);
    std::unordered_set<std::uint64_t> seen;
    std::unordered_map<std::uint32_t, double> held;
    while (table.next()) {
        const CsvCell* location = table.required("location");
        const CsvCell* holder = table.required("actor");
        table.required("share");
        const auto share = table.share("share");
        const auto low = table.share("low");
        const auto high = table.share("high");
        if (location == nullptr || holder == nullptr) continue;
        const auto place = resolve(r, r.places, "E021", location->text, table.position(*location));
        const auto actor = resolve(r, r.actors, "E023", holder->text, table.position(*holder));
        if (!place || !actor || !share) continue;
        if (!seen.insert((std::uint64_t{*place} << 32) | *actor).second) {
            r.report.add("E031", table.row_position(),
                         fmt::format("{} at {} already has a row", shown(holder->text),
                                     shown(location->text)));
            continue;
        }
        const Control control{static_cast<PlaceId>(*place), static_cast<ActorId>(*actor), *share,
                              low.value_or(*share), high.value_or(*share)};
        if (control.low > control.share || control.share > control.high)
            r.report.add("E028", table.row_position(),
                         fmt::format("low {}, share {}, high {} are not in order", control.low,
                                     control.share, control.high));
        if ((held[*place] += *share) > 1 + rounding)
            r.report.add(
                "E046", table.row_position(),
                fmt::format("the shares of {} sum to {}", shown(location->text), held[*place]));
        r.tables.control.push_back(control);
        table.take();
    }
}

}  // namespace forestall
