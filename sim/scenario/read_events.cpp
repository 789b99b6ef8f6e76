// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "scenario/reading.hpp"
#include "scenario/tally_world.hpp"
#include "scenario/text.hpp"

namespace forestall {

namespace {

/// Constant or triangular range of a number of dead, from columns <stem>_low, <stem>, <stem>_high.
Distribution read_deaths(CsvTable& table, const std::string& stem, Report& report) {
    const auto low = table.persons(stem + "_low");
    const auto best = table.persons(stem);
    const auto high = table.persons(stem + "_high");
    if (!best && (low || high) && !table.row_failed())
        report.add("E019", table.row_position(),
                   fmt::format("'{0}' is blank, but '{0}_{1}' is not", stem, low ? "low" : "high"),
                   "write the best estimate too; the two ends alone are not enough");
    if (!best) return Distribution::constant(0);
    const Persons mode = *best;
    const Persons least = low.value_or(mode);
    const Persons most = high.value_or(mode);
    if (!table.row_failed() && (least > mode || mode > most)) {
        report.add("E028", table.row_position(),
                   fmt::format("{} {}, {}, {} are not in order", stem, least, mode, most));
    }
    const auto value = [](Persons n) { return static_cast<double>(n); };
    Distribution out = Distribution::constant(value(mode));
    if (least < most) out = {Shape::triangular, {value(least), value(mode), value(most)}, {}};
    out.source = table.text("source");
    return out;
}

/// Names of the dead in the tally.
constexpr struct {
    const char* civilians = "violence_deaths";
    const char* fighters = "battle_deaths";
} deaths_of;

void scale(Distribution& deaths, double share) {
    for (double& arg : deaths.args) arg *= share;
}

/// Cuts an event to the period, its dead in proportion; false if nothing is left of it.
bool cut_to_period(Reading& r, CsvTable& table, ScheduledViolence& event) {
    const Day days = r.tables.settings.days;
    const bool open = event.last < 0;
    if (event.first >= 0 && event.first < days && (open || event.last < days)) return true;
    const Day first = std::max<Day>(event.first, 0);
    const Day last = open ? days - 1 : std::min<Day>(event.last, days - 1);
    if (last < first) {
        r.report.add("W004", table.row_position(), "the event lies outside the period",
                     "it is left out");
        return false;
    }
    r.report.add("W004", table.row_position(), "part of the event lies outside the period",
                 "it is cut to the period, and its dead in proportion");
    if (!open) {
        const double share = static_cast<double>(last - first + 1) /
                             static_cast<double>(event.last - event.first + 1);
        table.lose(deaths_of.civilians, (1 - share) * best_estimate(event.civilian_deaths));
        table.lose(deaths_of.fighters, (1 - share) * best_estimate(event.battle_deaths));
        scale(event.civilian_deaths, share);
        scale(event.battle_deaths, share);
        event.last = last;
    }
    event.first = first;
    return true;
}

/// Days of the row relative to the start; false if they make no sense. `last` < 0: does not end.
bool read_days(Reading& r, CsvTable& table, ScheduledViolence& event) {
    const auto first = table.date("first");
    const auto last = table.date("last");
    if (first && last && *last < *first) {
        r.report.add(
            "E033", table.position(*table.cell("last")),
            fmt::format("'last' {} lies before 'first' {}", date_text(*last), date_text(*first)));
        return false;
    }
    if (!first || table.row_failed() || !r.has_period()) return false;
    event.first = *first - *r.start;
    event.last = -1;
    if (!last) return cut_to_period(r, table, event);
    if (*last < *r.start) {  // a last day before day 0 must not be taken for "does not end"
        r.report.add("W004", table.row_position(), "the event lies outside the period",
                     "it is left out");
        return false;
    }
    event.last = *last - *r.start;
    return cut_to_period(r, table, event);
}

}  // namespace

void read_violence(Reading& r) {
    const std::string* text = r.text("violence.csv");
    if (text == nullptr) return;
    const auto errors = r.report.errors();
    CsvTable table("violence.csv", *text, r.limits.violence, r.report, r.limits, r.tally);
    while (table.next()) {
        ScheduledViolence event;
        const CsvCell* location = table.required("location");
        const CsvCell* actor = table.cell("actor");
        const CsvCell* target = table.cell("target");
        table.required("first");
        table.required("kind");
        table.required("source");
        event.kind = static_cast<ViolenceKind>(table.choice("kind"));
        event.intensity = table.share("intensity").value_or(1);
        event.civilian_deaths = read_deaths(table, "deaths", r.report);
        event.battle_deaths = read_deaths(table, "battle", r.report);
        table.measure(deaths_of.civilians, best_estimate(event.civilian_deaths));
        table.measure(deaths_of.fighters, best_estimate(event.battle_deaths));
        if (actor != nullptr) {
            const auto id = resolve(r, r.actors, "E023", actor->text, table.position(*actor));
            if (id) event.actor = static_cast<ActorId>(*id);
        }
        if (target != nullptr) {
            const auto id = resolve(r, r.groups, "E022", target->text, table.position(*target));
            if (id) event.target = static_cast<GroupId>(*id);
        }
        if (location == nullptr) continue;
        const auto place = resolve(r, r.places, "E021", location->text, table.position(*location));
        if (place) event.place = static_cast<PlaceId>(*place);
        if (!read_days(r, table, event) || !place) continue;
        r.tables.violence.push_back(event);
        r.violence_line.push_back(table.row_position().line);
        table.take();
    }
    if (r.report.errors() != errors) r.violence_line.clear();
}

namespace {

void close_route(Reading& r, const toml::table& section,
                 const std::pair<std::string, std::string>& ends, Closure& out) {
    const SourcePosition at = toml_at(section, "route");
    const auto place = [&](const std::string& name) {
        return resolve(r, r.places, "E021", name, toml_at(section, "route", name));
    };
    const auto a = place(ends.first);
    const auto b = place(ends.second);
    if (!a || !b || !r.routes_known) return;
    const auto found = r.route_at.find(Reading::ends_key(*a, *b));
    if (found == r.route_at.end()) {
        r.report.add(
            "E044", at,
            fmt::format("no route joins {} and {}", shown(ends.first), shown(ends.second)));
        return;
    }
    out.what = Closure::What::route;
    out.route = static_cast<RouteId>(found->second);
}

void close_border(Reading& r, const std::pair<std::string, std::string>& sides,
                  const SourcePosition& at, Closure& out) {
    out.what = Closure::What::border;
    out.from_country = sides.first;
    out.to_country = sides.second;
    if (sides.first == sides.second) {
        r.report.add("E024", at,
                     fmt::format("a closed border of {} with itself", shown(sides.first)),
                     "name two countries");
        return;
    }
    if (!r.places.known) return;
    for (const auto& country : {sides.first, sides.second}) {
        const auto& places = r.tables.places;
        if (std::any_of(places.begin(), places.end(),
                        [&](const Place& p) { return p.country == country; }))
            continue;
        std::vector<std::string> countries;
        for (const auto& place : places) countries.push_back(place.country);
        r.report.add("E043", at,
                     fmt::format("no place in locations.csv lies in {}", shown(country)),
                     did_you_mean(nearest(country, countries)));
    }
}

/// Fills first and last; false if the closure has no day in the period.
bool close_days(Reading& r, const toml::table& section, Closure& out) {
    const auto first = toml_date(section, "first");
    const auto last = toml_date(section, "last");
    if (!first) return false;
    if (last && *last < *first) {
        r.report.add("E033", toml_at(section, "last"), "'last' lies before 'first'");
        return false;
    }
    if (!r.has_period()) return false;
    if (*first > *r.end || (last && *last < *r.start)) {
        r.report.add("W004", toml_at(section, "first"), "the closure lies outside the period",
                     "it is left out");
        return false;
    }
    out.first = std::max<Day>(*first - *r.start, 0);
    out.last = !last || *last > *r.end ? -1 : *last - *r.start;
    return true;
}

}  // namespace

void read_closures(Reading& r) {
    if (!r.toml) return;
    const auto sections = toml_sections(*r.toml, "closure");
    if (sections.size() > r.limits.closures) {
        r.report.add("E042", toml_position(toml_file, *sections[r.limits.closures]),
                     fmt::format("{} of [[closure]]", sections.size()),
                     fmt::format("at most {} are allowed", r.limits.closures));
        return;
    }
    for (const toml::table* section : sections) {
        Counted counted(r.tally.things["closures"], r.report);
        const int kinds = static_cast<int>(section->contains("place")) +
                          static_cast<int>(section->contains("route")) +
                          static_cast<int>(section->contains("border"));
        if (kinds != 1) {
            r.report.add("E032", toml_position(toml_file, *section),
                         fmt::format("a closure with {} of place, route, border", kinds));
            continue;
        }
        Closure closure;
        if (const auto name = toml_text(*section, "place")) {
            const auto place = resolve(r, r.places, "E021", *name, toml_at(*section, "place"));
            closure.what = Closure::What::place;
            if (place) closure.place = static_cast<PlaceId>(*place);
        } else if (const auto ends = toml_pair(*section, "route")) {
            close_route(r, *section, *ends, closure);
        } else if (const auto sides = toml_pair(*section, "border")) {
            close_border(r, *sides, toml_at(*section, "border"), closure);
        }
        if (!close_days(r, *section, closure)) continue;
        r.tables.closures.push_back(closure);
        counted.take();
    }
}

}  // namespace forestall
