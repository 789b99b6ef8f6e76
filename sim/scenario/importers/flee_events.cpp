// SPDX-License-Identifier: Apache-2.0
// Conflict flags and closures of a Flee instance.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "scenario/importers/flee_rows.hpp"
#include "scenario/text.hpp"

namespace forestall {

namespace {

/// A column of flags while its rows go by.
struct Column {
    std::optional<std::size_t> place;
    double value = 0;
    Day since = 0;
};

std::vector<Column> read_columns(FleeReading& r, const FleeRows& rows) {
    std::vector<Column> columns(rows.header().size());
    std::set<std::size_t> seen;
    for (std::size_t c = 1; c < columns.size(); ++c) {
        const std::string& name = rows.header()[c];
        if (name.empty()) continue;
        const auto place = r.place(name);
        if (!place) {
            r.report.add("W102", rows.position(rows.header_cells()[c]),
                         fmt::format("conflict flags for {}, which is no location", shown(name)));
        } else if (!seen.insert(*place).second) {
            r.report.add("W112", rows.position(rows.header_cells()[c]),
                         fmt::format("conflict flags for {} stand twice", shown(name)));
        } else {
            columns[c].place = place;
        }
    }
    return columns;
}

double read_flag(FleeReading& r, const FleeRows& rows, const CsvCell& cell, const Column& column) {
    const auto value = parse_number(cell.text);
    if (!value) {
        if (!cell.text.empty())
            r.report.add("W108", rows.position(cell), fmt::format("conflict flag {}", shown(cell.text)),
                         "taken as on the day before");
        return column.value;
    }
    if (*value >= 0 && *value <= 1) return *value;
    r.report.add("W111", rows.position(cell), fmt::format("conflict flag {}", cell.text));
    return *value < 0 ? 0 : 1;
}

void close_span(FleeReading& r, const Column& column, Day last) {
    if (column.value > 0) r.out.spans.push_back({*column.place, column.since, last, column.value});
}

void read_flags(FleeReading& r, FleeRows& rows) {
    std::vector<Column> columns = read_columns(r, rows);
    std::int64_t before = -1;
    while (rows.next()) {
        const auto day = parse_number(rows.cells().front().text);
        if (!day || *day <= static_cast<double>(before) || *day > r.options.limits.days) {
            r.report.add("W108", rows.position(),
                         fmt::format("day {} is not after the day before it", shown(rows.cells().front().text)),
                         "its row was left out");
            continue;
        }
        before = static_cast<std::int64_t>(*day);
        const std::size_t cells = std::min(columns.size(), rows.cells().size());
        for (std::size_t c = 1; c < cells; ++c) {
            Column& column = columns[c];
            if (!column.place) continue;
            const double value = read_flag(r, rows, rows.cells()[c], column);
            if (value == column.value) continue;
            close_span(r, column, static_cast<Day>(before) - 1);
            column.value = value;
            column.since = static_cast<Day>(before);
        }
    }
    for (const auto& column : columns) {
        if (column.place) close_span(r, column, -1);
    }
}

/// Flee's own way when there are no flags: a conflict zone is one from its conflict_date on.
void spans_from_dates(FleeReading& r) {
    for (std::size_t p = 0; p < r.out.places.size(); ++p) {
        const FleePlace& place = r.out.places[p];
        if (place.type.find("conflict") != std::string::npos && place.conflict_date >= 0)
            r.out.spans.push_back({p, place.conflict_date, -1, 1});
    }
}

bool is_country(const FleeReading& r, const std::string& name) {
    return std::any_of(r.out.places.begin(), r.out.places.end(),
                       [&](const FleePlace& place) { return place.place.country == name; });
}

bool is_joined(const FleeReading& r, std::size_t a, std::size_t b) {
    return std::any_of(r.out.routes.begin(), r.out.routes.end(), [&](const FleeRoute& route) {
        return (route.from == a && route.to == b) || (route.from == b && route.to == a);
    });
}

/// "" if the closure can be taken over, else why not. Sets its kind.
std::string closure_problem(const FleeReading& r, const std::string& type, FleeClosure& closure) {
    if (type == "country") {
        closure.kind = "border";
        if (!is_country(r, closure.a) || !is_country(r, closure.b) || closure.a == closure.b)
            return "no two countries of the instance";
    } else if (type == "location" || type == "camp" || type == "idpcamp") {
        closure.kind = "place";
        if (!r.place(closure.a)) return "no such location";
    } else if (type == "link" || type == "links") {
        closure.kind = "route";
        const auto a = r.place(closure.a);
        const auto b = r.place(closure.b);
        if (!a || !b || !is_joined(r, *a, *b)) return "no such route";
    } else {
        return fmt::format("closures of type {} have no counterpart", shown(type));
    }
    return "";
}

}  // namespace

void read_flee_conflicts(FleeReading& r) {
    const std::string file = r.out.prefix + "conflicts.csv";
    if (r.text(file) == nullptr) {
        r.report.add("W113", {file, 0, 0}, fmt::format("'{}' is missing", file),
                     "conflict zones begin on their conflict_date");
        spans_from_dates(r);
        return;
    }
    FleeRows rows(r, file, "day");
    if (rows.header().empty()) {
        if (!r.report.failed())
            r.report.add("E103", {file, 1, 1}, "no header line with Day and the names of locations", "add it");
        return;
    }
    read_flags(r, rows);
}

void read_flee_closures(FleeReading& r) {
    const std::string file = r.out.prefix + "closures.csv";
    if (r.text(file) == nullptr) return;
    FleeRows rows(r, file, "closure_type");
    while (rows.next()) {
        const std::string type = lower_case(rows.text({"closure_type"}, 0));
        FleeClosure closure{"", rows.text({"name1"}, 1), rows.text({"name2"}, 2), 0, -1, rows.position()};
        const auto first = parse_number(rows.text({"closure_start"}, 3));
        const auto reopen = parse_number(rows.text({"closure_end"}, 4));
        std::string problem = closure_problem(r, type, closure);
        const double most = r.options.limits.days;
        if (!first || *first < 0 || *first > most) problem = "no day it starts on";
        if (!problem.empty()) {
            r.report.add("W106", rows.position(),
                         fmt::format("closure {} {} {}: {}", shown(type), shown(closure.a), shown(closure.b), problem));
            continue;
        }
        closure.first = static_cast<Day>(*first);
        // Flee reopens at the start of the day `closure_end`; an end that is not after the start never comes.
        if (reopen && *reopen > *first && *reopen <= most) closure.last = static_cast<Day>(*reopen) - 1;
        r.out.closures.push_back(closure);
        if (r.out.closures.size() * 2 >= r.options.limits.closures) {
            r.report.add("E042", rows.position(), "too many closures");
            return;
        }
    }
}

}  // namespace forestall
