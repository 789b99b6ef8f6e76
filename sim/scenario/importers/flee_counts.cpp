// SPDX-License-Identifier: Apache-2.0
// Counts per camp: observed_daily.csv if the instance has one; else source_data/ by Flee's rules:
// the files of a camp added up, registration corrections applied (counts before the correction's
// date are scaled so that they meet the count on it), linear between dates, held at both ends, cut
// to whole persons.
// Source: Flee, flee/datamanager/DataTable.py and handle_refugee_data.py.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "scenario/importers/flee_rows.hpp"
#include "scenario/text.hpp"

namespace forestall {

namespace {

using Series = std::map<std::int32_t, double>;  ///< by days since 1970

Series read_series(FleeReading& r, const std::string& file) {
    Series series;
    FleeRows rows(r, file, "date");
    bool first = true;
    while (rows.next()) {
        std::vector<const CsvCell*> filled;
        for (const auto& cell : rows.cells()) {
            if (!cell.text.empty()) filled.push_back(&cell);
        }
        const auto date =
            parse_date(filled.empty() ? "" : std::string_view(filled[0]->text).substr(0, 10));
        const auto value = filled.size() > 1 ? parse_number(filled[1]->text) : std::nullopt;
        const bool heading = first && !date;
        first = false;
        if (heading) continue;
        Counted counted(r.rows_of(file), r.report);
        if (filled.size() < 2) {
            r.rows_of(file).drop("no count", 1);
            counted.take();
            continue;
        }
        if (!date || !value || *value < 0 ||
            *value > static_cast<double>(r.options.limits.persons)) {
            r.report.add("W108", rows.position(), "no date and count", "the row was left out");
        } else if (series.emplace(*date, *value).second) {
            counted.take();
        } else {
            series[*date] = *value;
            r.report.add("W112", rows.position(),
                         fmt::format("{} already has a row", date_text(*date)),
                         "this one was kept");
        }
    }
    return series;
}

/// Linear between dates, held at both ends.
double value_on(const Series& series, std::int32_t date) {
    if (series.empty()) return 0;
    const auto after = series.upper_bound(date);
    if (after == series.begin()) return after->second;
    const auto before = std::prev(after);
    if (after == series.end() || before->first == date) return before->second;
    const double share = static_cast<double>(date - before->first) /
                         static_cast<double>(after->first - before->first);
    return before->second + share * (after->second - before->second);
}

Series sum(const Series& a, const Series& b) {
    Series out;
    for (const auto& [date, value] : a) out[date] = value + value_on(b, date);
    for (const auto& [date, value] : b) out[date] = value + value_on(a, date);
    return out;
}

/// False if there is no count to correct to.
bool correct(Series& series, std::int32_t date, const SourcePosition& at, const std::string& camp,
             Report& report) {
    const auto found = series.find(date);
    if (found == series.end() || found == series.begin() || std::prev(found)->second < 1) {
        report.add("W103", at,
                   fmt::format("no count of {} on {} to correct to", shown(camp), date_text(date)));
        return false;
    }
    const double factor = found->second / std::prev(found)->second;
    for (auto each = series.begin(); each != found; ++each) each->second *= factor;
    return true;
}

void correct_registrations(FleeReading& r, std::map<std::string, Series>& camps) {
    FleeRows rows(r, r.out.prefix + "registration_corrections.csv", "no header");
    while (rows.next()) {
        Counted counted(r.rows_of(rows.file()), r.report);
        const std::string camp = rows.text({}, 0);
        const auto date = parse_date(rows.text({}, 1));
        const auto found = camps.find(camp);
        if (!date) {
            r.report.add("W103", rows.position(),
                         fmt::format("{} is not a date", shown(rows.text({}, 1))));
        } else if (found == camps.end()) {
            r.report.add("W103", rows.position(), fmt::format("{} has no counts", shown(camp)));
        } else if (correct(found->second, *date, rows.position(), camp, r.report)) {
            counted.take();
        }
    }
}

/// A row of data_layout.csv: the files of a camp.
struct LayoutRow {
    int line = 0;
    std::vector<std::string> files;
};

std::vector<std::string> files_of(const FleeRows& rows) {
    std::vector<std::string> out;
    for (std::size_t c = 1; c < rows.cells().size(); ++c) {
        if (!rows.cells()[c].text.empty()) out.push_back(rows.cells()[c].text);
    }
    return out;
}

/// Flee adds the files of one row up; of two rows it counts the first one twice. Here two rows with
/// other files are an error, since nobody can tell whether they are parts or versions of the same
/// counts.
void tell_twice(FleeReading& r, const SourcePosition& at, const std::string& camp,
                const LayoutRow& first, const LayoutRow& again) {
    if (first.files == again.files) {
        r.report.add("W112", at, fmt::format("camp {} is listed twice", shown(camp)));
        return;
    }
    r.report.add("E103", at,
                 fmt::format("camp {} is listed twice: with {} in line {} and with {} here",
                             shown(camp), joined(first.files), first.line, joined(again.files)),
                 "put all files of a camp in one row, where they are added up, or keep only one of "
                 "the rows");
}

/// Raw counts by camp, corrected. Reports what is odd about them even if observed_daily.csv is
/// there to be used.
std::map<std::string, Series> read_source_data(FleeReading& r) {
    std::map<std::string, Series> camps;
    const std::string file = "source_data/data_layout.csv";
    FleeRows rows(r, file, "no header");
    std::map<std::string, LayoutRow> seen;
    while (rows.next()) {
        const std::string camp = rows.text({}, 0);
        const LayoutRow row{rows.position().line, files_of(rows)};
        for (const auto& name : row.files) r.text("source_data/" + name);
        if (lower_case(camp) == "total" || camp.starts_with('#')) continue;
        if (const auto [first, added] = seen.emplace(camp, row); !added) {
            tell_twice(r, rows.position(), camp, first->second, row);
            continue;
        }
        Series series;
        for (std::size_t c = 1; c < rows.cells().size(); ++c) {
            const CsvCell& cell = rows.cells()[c];
            if (cell.text.empty()) continue;
            const std::string name = "source_data/" + cell.text;
            if (r.text(name) == nullptr) {
                r.report.add("W113", rows.position(cell),
                             fmt::format("{} is missing", shown(name)));
                continue;
            }
            const Series one = read_series(r, name);
            if (one.empty())
                r.report.add("W104", {name, 0, 0}, fmt::format("no count of {}", shown(camp)));
            r.out.series_files.push_back({name, camp, one.size()});
            series = series.empty() ? one : sum(series, one);
        }
        camps[camp] = std::move(series);
    }
    correct_registrations(r, camps);
    for (auto camp = camps.begin(); camp != camps.end();) {
        if (!r.place(camp->first))
            r.report.add("W105", {file, 0, 0},
                         fmt::format("counted camp {} is not a location", shown(camp->first)));
        camp = r.place(camp->first) ? std::next(camp) : camps.erase(camp);
    }
    return camps;
}

std::optional<FleeCounts> daily_from(FleeReading& r, const std::map<std::string, Series>& camps) {
    std::int32_t last = r.out.start - 1;
    for (const auto& [name, series] : camps) {
        if (!series.empty()) last = std::max(last, series.rbegin()->first);
    }
    last = std::min(last, r.out.start + r.out.days - 1);
    if (camps.empty() || last < r.out.start) return std::nullopt;
    FleeCounts out;
    out.file = "source_data/";
    for (std::int32_t date = r.out.start; date <= last; ++date) {
        Persons total = 0;
        for (const auto& [name, series] : camps) {
            const auto persons = static_cast<Persons>(value_on(series, date));
            out.camps[name].push_back(persons);
            total += persons;
        }
        out.dates.push_back(date);
        out.total.push_back(total);
    }
    return out;
}

struct DailyColumn {
    std::size_t at = 0;
    std::string camp;
};

Persons count_in(FleeReading& r, const FleeRows& rows, std::size_t at) {
    if (at >= rows.cells().size() || rows.cells()[at].text.empty()) return 0;
    const CsvCell& cell = rows.cells()[at];
    const auto value = parse_number(cell.text);
    if (value && *value >= 0 && *value <= static_cast<double>(r.options.limits.persons))
        return static_cast<Persons>(std::llround(*value));
    r.report.add("W108", rows.position(cell),
                 fmt::format("{} is not a number of people", shown(cell.text)), "taken as 0");
    return 0;
}

std::vector<DailyColumn> daily_columns(FleeReading& r, const FleeRows& rows) {
    std::vector<DailyColumn> columns;
    std::set<std::string> seen;
    for (std::size_t c = 0; c < rows.header().size(); ++c) {
        const std::string& name = rows.header()[c];
        const std::string lower = lower_case(name);
        if (name.empty() || lower == "day" || lower == "date" || lower == "total_in_camps")
            continue;
        const SourcePosition at = rows.position(rows.header_cells()[c]);
        if (!r.place(name))
            r.report.add("W105", at, fmt::format("counted camp {} is not a location", shown(name)));
        else if (!seen.insert(name).second)
            r.report.add("W112", at, fmt::format("camp {} is listed twice", shown(name)));
        else
            columns.push_back({c, name});
    }
    return columns;
}

/// Column day counts from StartDate and is the day the counts are of; Flee writes the date of the
/// day after it.
std::optional<std::int32_t> daily_date(FleeReading& r, const FleeRows& rows, bool& told) {
    const auto date = parse_date(rows.text({"date"}, 1));
    const auto day = parse_integer(rows.text({"day"}, 0));
    if (!day) return date;
    if (*day < 0 || *day > r.options.limits.days) return std::nullopt;
    const std::int32_t counted = r.out.start + static_cast<std::int32_t>(*day);
    if (date && *date != counted && !told) {
        r.report.add("W117", rows.position(),
                     fmt::format("day {} is {}, the row says {}", *day, date_text(counted),
                                 date_text(*date)));
        told = true;
    }
    return counted;
}

std::optional<FleeCounts> read_daily(FleeReading& r, const std::string& file) {
    FleeRows rows(r, file, "date");
    const auto columns = daily_columns(r, rows);
    FleeCounts out;
    out.file = file;
    std::size_t total_at = rows.header().size();
    for (std::size_t c = 0; c < rows.header().size(); ++c) {
        if (lower_case(rows.header()[c]) == "total_in_camps") total_at = c;
    }
    bool told = false;
    while (rows.next()) {
        Counted counted(r.rows_of(file), r.report);
        const auto date = daily_date(r, rows, told);
        if (!date || (!out.dates.empty() && *date <= out.dates.back())) {
            r.report.add("W108", rows.position(), "not a date after the one before it",
                         "the row was left out");
            continue;
        }
        Persons total = 0;
        for (const auto& column : columns) {
            const Persons persons = count_in(r, rows, column.at);
            out.camps[column.camp].push_back(persons);
            total += persons;
        }
        counted.take();
        out.dates.push_back(*date);
        out.total.push_back(total_at < rows.header().size() ? count_in(r, rows, total_at) : total);
    }
    if (out.dates.empty() || out.dates.back() < r.out.start) return std::nullopt;
    return out;
}

}  // namespace

void read_flee_counts(FleeReading& r) {
    const std::string daily = "observed_daily.csv";
    const auto camps = read_source_data(r);
    r.out.counts = r.text(daily) != nullptr ? read_daily(r, daily) : daily_from(r, camps);
    const std::string period = r.out.prefix + "sim_period.csv";
    const auto has_counts = [](const auto& camp) { return !camp.second.empty(); };
    const bool dated = std::any_of(camps.begin(), camps.end(), has_counts);
    if (r.out.days == 0) return;  // said
    if (!r.out.counts) {
        r.report.add("W110", {period, 0, 0},
                     dated ? "no count of people in camps falls within the period"
                           : "the instance has no counts of people in camps");
        return;
    }
    const std::int32_t last = r.out.counts->dates.back();
    const Day counted = last - r.out.start + 1;
    if (counted >= r.out.days) return;
    const bool cut = r.out.counts->file == daily && r.options.days == 0;
    r.report.add(
        "W109", {r.out.counts->file, 0, 0},
        fmt::format("counts end on {}, {} of {} days after the start", date_text(last), counted,
                    r.out.days),
        cut ? fmt::format("the period was cut to these {} days; --days {} keeps all, with the last "
                          "count held",
                          counted, r.out.days)
            : fmt::format("the last count is held, as in Flee; --days {} cuts the period there",
                          counted));
    if (cut) r.out.days = counted;
}

}  // namespace forestall
