// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "scenario/reading.hpp"
#include "scenario/tally_world.hpp"
#include "scenario/text.hpp"

namespace forestall {

namespace {

struct Span {
    std::uint64_t outside = 0;
    int first_line = 0;  ///< of a row outside the period
};

void note_outside(Reading& r, const CsvTable& table, Day day, Span& span) {
    if (day >= 0 && day < r.tables.settings.days) return;
    if (span.outside++ == 0) span.first_line = table.row_position().line;
}

void tell_outside(Reading& r, const std::string& file, const Span& span) {
    if (span.outside == 0) return;
    r.report.add("W005", {file, span.first_line, 1},
                 fmt::format("counts outside the period: {}, the first of them here", span.outside),
                 "they are kept, but there is nothing to compare them with");
}

void read_total(Reading& r) {
    const char* file = "observed/total.csv";
    const std::string* text = r.text(file);
    if (text == nullptr) return;
    CsvTable table(file, *text, r.limits.observations, r.report, r.limits, r.tally);
    std::map<Day, Persons> by_day;
    Span span;
    while (table.next()) {
        table.required("date");
        table.required("persons");
        const auto date = table.date("date");
        const auto persons = table.persons("persons");
        if (!date || !persons || !r.has_period()) continue;
        if (by_day.emplace(*date - *r.start, *persons).second)
            table.take();
        else
            r.report.add("E031", table.row_position(),
                         fmt::format("{} already has a row", date_text(*date)));
        note_outside(r, table, *date - *r.start, span);
    }
    tell_outside(r, file, span);
    for (const auto& [day, persons] : by_day) r.observed.total.push_back({day, persons});
}

void read_camps(Reading& r) {
    const char* file = "observed/camps.csv";
    const std::string* text = r.text(file);
    if (text == nullptr) return;
    CsvTable table(file, *text, r.limits.observations, r.report, r.limits, r.tally);
    std::map<std::string, std::map<Day, Persons>> by_place;
    Span span;
    while (table.next()) {
        const CsvCell* location = table.required("location");
        table.required("date");
        table.required("persons");
        const auto date = table.date("date");
        const auto persons = table.persons("persons");
        if (location == nullptr) continue;
        const auto place = resolve(r, r.places, "E021", location->text, table.position(*location));
        if (!place || !date || !persons || !r.has_period()) continue;
        if (by_place[location->text].emplace(*date - *r.start, *persons).second)
            table.take();
        else
            r.report.add(
                "E031", table.row_position(),
                fmt::format("{} on {} already has a row", shown(location->text), date_text(*date)));
        note_outside(r, table, *date - *r.start, span);
    }
    tell_outside(r, file, span);
    for (const auto& [place, counts] : by_place) {
        Observed::Camp& camp = r.observed.camps.emplace_back();
        camp.place = place;
        for (const auto& [day, persons] : counts) camp.counts.push_back({day, persons});
    }
}

/// Linear between the days of counts, held before the first and after the last.
std::vector<Persons> daily(const std::vector<DatedCount>& counts, Day days) {
    std::vector<Persons> out(static_cast<std::size_t>(days), 0);
    std::size_t next = 0;
    for (Day day = 0; day < days; ++day) {
        while (next < counts.size() && counts[next].day <= day) ++next;
        Persons& value = out[static_cast<std::size_t>(day)];
        if (next == 0) {
            value = counts.front().persons;
        } else if (next == counts.size()) {
            value = counts.back().persons;
        } else {
            const DatedCount& a = counts[next - 1];
            const DatedCount& b = counts[next];
            const double share =
                static_cast<double>(day - a.day) / static_cast<double>(b.day - a.day);
            value = a.persons + static_cast<Persons>(std::llround(
                                    share * static_cast<double>(b.persons - a.persons)));
        }
    }
    return out;
}

/// Whether scheduled violence strikes where people live.
bool anybody_can_leave(const Reading& r) {
    std::set<PlaceId> inhabited;
    for (const auto& home : r.tables.populations) {
        if (home.high > 0) inhabited.insert(home.place);
    }
    return std::any_of(r.tables.violence.begin(), r.tables.violence.end(),
                       [&](const ScheduledViolence& event) {
                           return event.intensity > 0 && inhabited.contains(event.place);
                       });
}

/// W016 if more are to be displaced on a day than people live at home; the tally has the rest.
void check_total(Reading& r) {
    const std::vector<Persons>& total = r.tables.settings.prescribed_total;
    const auto peak = std::max_element(total.begin(), total.end());
    const Persons people = most_people(r.tables);
    if (!r.people_known || peak == total.end() || *peak <= people) return;
    const auto day = static_cast<std::int32_t>(peak - total.begin());
    r.report.add("W016", {"observed/total.csv", 0, 0},
                 fmt::format("{} people are to be displaced by {}, but at most {} live there",
                             *peak, date_text(*r.start + day), people));
    TallyLine& line = r.tally.things[displaced_thing];
    line.read = static_cast<double>(*peak);
    line.drop("more than live there", static_cast<double>(*peak - people));
}

void prescribe(Reading& r) {
    Settings& settings = r.tables.settings;
    if (settings.displacement != DisplacementMode::prescribed || !r.has_period()) return;
    const auto& total = r.observed.total;
    if (total.empty()) {
        if (r.there.contains("observed/") ||
            (r.there.contains("observed/total.csv") && r.report.failed()))
            return;
        r.report.add("E039",
                     toml_position(toml_file, *(*r.toml)["displacement"].as_table()->get("mode")),
                     "displacement is prescribed but observed/total.csv gives no count");
        return;
    }
    if (total.back().day < settings.days - 1) {
        r.report.add("W005", {"observed/total.csv", 0, 0},
                     fmt::format("the last count is {} days before the end of the period",
                                 settings.days - 1 - total.back().day),
                     "its value is held from there on");
    }
    settings.prescribed_total = daily(total, settings.days);
    check_total(r);
    const bool wanted =
        std::any_of(total.begin(), total.end(), [](const DatedCount& c) { return c.persons > 0; });
    if (wanted && settings.violence_mode == ViolenceMode::scheduled && !anybody_can_leave(r))
        r.report.add(
            "W015", {"observed/total.csv", 0, 0},
            "displacement is prescribed, but no place with people has violence: nobody can leave");
}

}  // namespace

void read_observed(Reading& r) {
    read_total(r);
    read_camps(r);
    if (r.toml) prescribe(r);
}

}  // namespace forestall
