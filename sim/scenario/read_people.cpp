// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "scenario/reading.hpp"

namespace forestall {

namespace {

void check_range(const CsvTable& table, const HomePopulation& home, Report& report) {
    if (home.low <= home.persons && home.persons <= home.high) return;
    report.add("E028", table.row_position(),
               fmt::format("low {}, persons {}, high {} are not in order", home.low, home.persons,
                           home.high));
}

void check_groups(Reading& r) {
    std::vector<Persons> people(r.groups.list.size(), 0);
    for (const auto& home : r.tables.populations) people[index(home.group)] += home.high;
    if (std::all_of(people.begin(), people.end(), [](Persons n) { return n == 0; })) {
        r.report.add("E069", {"populations.csv", 0, 0}, "no group has people at any place");
        return;
    }
    const auto sections = toml_sections(*r.toml, "group");
    for (std::size_t g = 0; g < people.size(); ++g) {
        if (people[g] > 0) continue;
        for (const toml::table* section : sections) {
            if (toml_text(*section, "name") != r.groups.list[g]) continue;
            r.report.add("W003", toml_at(*section, "name"),
                         fmt::format("group {} has no people", shown(r.groups.list[g])));
            break;
        }
    }
}

}  // namespace

void read_people(Reading& r) {
    const std::string* text = r.text("populations.csv");
    if (text == nullptr) return;
    const auto errors = r.report.errors();
    CsvTable table("populations.csv", *text, r.limits.places * r.limits.groups, r.report, r.limits,
                   r.tally);
    std::unordered_set<std::uint64_t> seen;
    while (table.next()) {
        const CsvCell* location = table.required("location");
        const CsvCell* group = table.required("group");
        table.required("persons");
        const auto persons = table.persons("persons");
        table.measure("persons", static_cast<double>(persons.value_or(0)));
        const auto low = table.persons("low");
        const auto high = table.persons("high");
        const bool imputed = table.choice("imputed") == 1;
        if (location == nullptr || group == nullptr) continue;
        const auto place = resolve(r, r.places, "E021", location->text, table.position(*location));
        const auto member = resolve(r, r.groups, "E022", group->text, table.position(*group));
        if (place && !r.home.empty() && r.tables.places[*place].foreign)
            r.report.add("E030", table.position(*location),
                         fmt::format("{} lies abroad", shown(location->text)));
        if (!place || !member || !persons) continue;
        if (!seen.insert((std::uint64_t{*place} << 32) | *member).second) {
            r.report.add("E031", table.row_position(),
                         fmt::format("{} of {} already has a row", shown(group->text),
                                     shown(location->text)));
            continue;
        }
        const HomePopulation home{static_cast<PlaceId>(*place), static_cast<GroupId>(*member),
                                  *persons, low.value_or(*persons), high.value_or(*persons)};
        if (!table.row_failed()) check_range(table, home, r.report);
        if (imputed) r.tables.places[*place].population_known = false;
        r.tables.populations.push_back(home);
        table.take();
    }
    r.people_known = table.complete() && r.report.errors() == errors;
    if (r.people_known && r.toml && r.groups.known && r.places.known && !r.tables.places.empty())
        check_groups(r);
}

}  // namespace forestall
