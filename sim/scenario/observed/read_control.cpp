// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>
#include <set>
#include <tuple>

#include "scenario/observed/reading.hpp"
#include "scenario/text.hpp"

namespace forestall {
namespace {

bool check_actor(const ObservedReading& r, const CsvTable& table, const CsvCell& cell) {
    std::vector<std::string> known;
    for (const Actor& actor : r.tables.actors) {
        if (actor.name == cell.text) return true;
        known.push_back(actor.name);
    }
    r.report.add_cause("E023", table.position(cell), cell.text,
                       fmt::format("unknown actor {}", shown(cell.text)),
                       did_you_mean(nearest(cell.text, known)));
    return false;
}

}  // namespace

void read_observed_control(ObservedReading& r) {
    constexpr double rounding = 1e-9;
    const std::string* text = r.text(held_file);
    if (text == nullptr) return;
    CsvTable table(held_file, *text, r.limits.observations, r.report, r.limits, r.out.tally);
    std::set<std::tuple<std::int32_t, std::string, std::string>> seen;
    std::map<std::pair<std::int32_t, std::string>, double> held;
    while (table.next()) {
        table.required("date");
        table.required("share");
        const CsvCell* location = table.required("location");
        const CsvCell* actor = table.required("actor");
        const auto date = table.date("date");
        const auto share = table.share("share");
        const bool known_place =
            location != nullptr && check_place(table, *location, r.geography, r.report);
        const bool known_actor = actor != nullptr && check_actor(r, table, *actor);
        if (!date || !share || !known_place || !known_actor) continue;
        if (!seen.emplace(*date, location->text, actor->text).second) {
            r.report.add("E031", table.row_position(),
                         fmt::format("{} at {} on {} already has a row", shown(actor->text),
                                     shown(location->text), date_text(*date)));
            continue;
        }
        double& sum = held[{*date, location->text}];
        if (sum + *share > 1 + rounding) {
            r.report.add("E046", table.row_position(),
                         fmt::format("shares of {} on {} sum to {}", shown(location->text),
                                     date_text(*date), sum + *share));
            continue;
        }
        sum += *share;
        table.take();
        r.out.held.push_back({*date, location->text, actor->text, *share, table.text("source")});
    }
}

}  // namespace forestall
