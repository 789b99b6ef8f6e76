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
    bool flagged = false;   ///< on any day
    const char* lost = "";  ///< why it has no place
};

std::vector<Column> read_columns(FleeReading& r, const FleeRows& rows) {
    std::vector<Column> columns(rows.header().size());
    std::set<std::size_t> seen;
    for (std::size_t c = 1; c < columns.size(); ++c) {
        const std::string& name = rows.header()[c];
        if (name.empty()) continue;
        const auto place = r.place(name);
        if (!place) {
            r.report.add(
                "W102", rows.position(rows.header_cells()[c]),
                fmt::format("conflict flags for {}, which is not a location", shown(name)));
            columns[c].lost = "no such location";
        } else if (!seen.insert(*place).second) {
            r.report.add("W112", rows.position(rows.header_cells()[c]),
                         fmt::format("conflict flags for {} are listed twice", shown(name)));
            columns[c].lost = "is listed twice";
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
            r.report.add("W108", rows.position(cell),
                         fmt::format("conflict flag {}", shown(cell.text)),
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

/// Days since StartDate: as a number, or as a date.
std::optional<double> day_of(const FleeReading& r, const std::string& text) {
    if (const auto date = parse_date_of_time(text)) return *date - r.out.start;
    return parse_number(text);
}

/// Why a row of flags has no day of its own; "" if it has.
std::string day_problem(const FleeReading& r, const FleeRows& rows, std::optional<double> day,
                        std::int64_t before) {
    const std::string text = shown(rows.cells().front().text);
    if (!day) return fmt::format("{} is neither a number of days nor a date YYYY-MM-DD", text);
    if (*day < 0) return fmt::format("day {} is before the period", *day);
    if (*day > r.options.limits.days) return fmt::format("day {} is after every period", text);
    if (*day <= static_cast<double>(before))
        return fmt::format("day {} is not after the day before it", text);
    return "";
}

/// W108 for a row that ends before the columns of places do.
void tell_short(FleeReading& r, const FleeRows& rows, const std::vector<Column>& columns) {
    const std::size_t cells = std::min(columns.size(), rows.cells().size());
    if (std::none_of(columns.begin() + static_cast<std::ptrdiff_t>(cells), columns.end(),
                     [](const Column& column) { return column.place.has_value(); }))
        return;
    r.report.add_cause("W108", rows.position(), "short row",
                       fmt::format("a row of {} cells under {} columns", cells, columns.size()),
                       "flags that are missing are taken as on the day before");
}

void read_flags(FleeReading& r, FleeRows& rows) {
    std::vector<Column> columns = read_columns(r, rows);
    std::int64_t before = -1;
    while (rows.next()) {
        Counted counted(r.rows_of(rows.file()), r.report);
        const auto day = day_of(r, rows.cells().front().text);
        if (const std::string problem = day_problem(r, rows, day, before); !problem.empty()) {
            r.report.add("W108", rows.position(), problem, "its row was left out");
            continue;
        }
        tell_short(r, rows, columns);
        counted.take();
        before = static_cast<std::int64_t>(*day);
        r.out.flag_rows.push_back(static_cast<Day>(before));
        const std::size_t cells = std::min(columns.size(), rows.cells().size());
        for (std::size_t c = 1; c < cells; ++c) {
            Column& column = columns[c];
            if (!column.place) {
                column.flagged =
                    column.flagged || parse_number(rows.cells()[c].text).value_or(0) > 0;
                continue;
            }
            const double value = read_flag(r, rows, rows.cells()[c], column);
            column.flagged = column.flagged || value > 0;
            if (value == column.value) continue;
            close_span(r, column, static_cast<Day>(before) - 1);
            column.value = value;
            column.since = static_cast<Day>(before);
        }
    }
    for (const auto& column : columns) {
        if (column.place) close_span(r, column, -1);
        if (!column.flagged) continue;
        r.tally.things["conflict_places"].read += 1;
        if (!column.place) r.tally.things["conflict_places"].drop(column.lost, 1);
    }
    r.out.flagged = static_cast<Day>(before + 1);
}

/// "#Day", "Days", "Date": what mostly stands over the days.
bool names_days(const std::vector<std::string>& cells) {
    const std::string first = lower_case(cells.front());
    return cells.size() > 1 && (first == "day" || first == "days" || first == "date");
}

/// In Flee the first row is the header, whatever its first cell says; names of locations, and no
/// sentence before them, tell it from a comment.
FleeRows::HeaderTest names_places(const FleeReading& r) {
    return [&r](const std::vector<std::string>& cells) {
        const std::string& first = cells.front();
        if (parse_number(first) || std::count(first.begin(), first.end(), ' ') > 1) return false;
        return std::any_of(cells.begin() + 1, cells.end(),
                           [&](const auto& c) { return r.place(c).has_value(); });
    };
}

/// Flee's own way when there are no flags: a conflict zone is one from its conflict_date on.
void spans_from_dates(FleeReading& r) {
    for (std::size_t p = 0; p < r.out.places.size(); ++p) {
        const FleePlace& place = r.out.places[p];
        if (place.type.find("conflict") == std::string::npos) continue;
        if (place.conflict_date < 0)
            r.report.add(
                "W108", place.at,
                fmt::format("conflict zone {} has no conflict_date", shown(place.place.name)),
                "taken as 0, the first day");
        r.out.spans.push_back({p, std::max<Day>(place.conflict_date, 0), -1, 1});
        r.tally.things["conflict_places"].read += 1;
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
            return "not two countries of the instance";
    } else if (type == "location" || type == "camp" || type == "idpcamp") {
        closure.kind = "place";
        if (!r.place(closure.a)) return "no such location";
    } else if (type == "link" || type == "links") {
        closure.kind = "route";
        const auto a = r.place(closure.a);
        const auto b = r.place(closure.b);
        if (!a || !b || !is_joined(r, *a, *b)) return "no such route";
    } else if (type == "remove_forced_redirection") {
        closure.kind = "forwarding";
        const auto a = r.place(closure.a);
        const auto b = r.place(closure.b);
        if (!a || !b || !is_joined(r, *a, *b)) return "no such route";
    } else {
        return fmt::format("closures of type {} have no counterpart", shown(type));
    }
    return "";
}

/// A forwarding that ends within the period cannot be taken over: for a while everybody is sent on,
/// then nobody. It is left out for the whole of it, since a place that people may stay at later
/// must not be emptied for ever. False if the row has no counterpart.
bool end_forwarding(FleeReading& r, const FleeClosure& closure) {
    for (auto& route : r.out.routes) {
        const std::string& a = r.out.places[route.from].place.name;
        const std::string& b = r.out.places[route.to].place.name;
        const bool ends = (route.forced == 2 && a == closure.a && b == closure.b) ||
                          (route.forced == 1 && b == closure.a && a == closure.b);
        if (!ends) continue;
        route.forced = 0;
        if (closure.first == 0) return true;
        r.report.add("W106", closure.at,
                     fmt::format("{} sends everyone on to {} until day {}", shown(closure.a),
                                 shown(closure.b), closure.first),
                     "a forwarding that ends has no counterpart: the place sends nobody on");
        return false;
    }
    r.report.add("W106", closure.at,
                 fmt::format("{} sends nobody on to {}", shown(closure.a), shown(closure.b)));
    return false;
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
    const bool usual = !FleeRows(r, file, names_days).header().empty();
    FleeRows rows(r, file, usual ? names_days : names_places(r));
    if (rows.header().empty()) {
        if (!r.report.failed())
            r.report.add("E103", {file, 1, 1}, "no header line with Day and the names of locations",
                         "write #Day and the names as in locations.csv");
        return;
    }
    read_flags(r, rows);
}

void read_flee_closures(FleeReading& r) {
    const std::string file = r.out.prefix + "closures.csv";
    if (r.text(file) == nullptr) return;
    FleeRows rows(r, file, "closure_type");
    while (rows.next()) {
        Counted counted(r.rows_of(file), r.report);
        const std::string type = lower_case(rows.text({"closure_type"}, 0));
        FleeClosure closure{"", rows.text({"name1"}, 1), rows.text({"name2"}, 2), 0,
                            -1, rows.position()};
        const auto first = parse_number(rows.text({"closure_start"}, 3));
        const auto reopen = parse_number(rows.text({"closure_end"}, 4));
        std::string problem = closure_problem(r, type, closure);
        const double most = r.options.limits.days;
        if (!first || *first < 0 || *first > most) problem = "no day it starts on";
        if (!problem.empty()) {
            r.report.add("W106", rows.position(),
                         fmt::format("closure {} {} {}: {}", shown(type), shown(closure.a),
                                     shown(closure.b), problem));
            continue;
        }
        closure.first = static_cast<Day>(*first);
        // Flee reopens at the start of the day `closure_end`; an end that is not after the start
        // never comes.
        if (reopen && *reopen > *first && *reopen <= most)
            closure.last = static_cast<Day>(*reopen) - 1;
        const bool late = closure.first >= r.out.days;
        if (closure.kind == "forwarding" && !late) {
            if (!end_forwarding(r, closure)) continue;
            counted.take();
            r.rows_of(file).in_world += 1;
            continue;
        }
        counted.take();
        if (late) r.rows_of(file).drop(outside_period, 1);
        r.out.closures.push_back(closure);
        if (r.out.closures.size() * 2 >= r.options.limits.closures) {
            r.report.add("E042", rows.position(), "too many closures");
            return;
        }
    }
}

}  // namespace forestall
