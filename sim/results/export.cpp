// SPDX-License-Identifier: Apache-2.0
#include "results/export.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/csv_field.hpp"

namespace forestall {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// Day 0 of the file; FormatError if its date is none.
sys_days first_day(const Results& results) {
    const std::string& text = results.header().start_date;
    int year = 0;
    unsigned month = 0, day = 0;
    const char *at = text.data(), *end = at + text.size();
    const auto number = [&](auto& value, char after) {
        const auto [next, error] = std::from_chars(at, end, value);
        const bool good =
            error == std::errc() && (after == '\0' ? next == end : next != end && *next == after);
        at = good && after != '\0' ? next + 1 : next;
        return good;
    };
    const bool parsed = number(year, '-') && number(month, '-') && number(day, '\0');
    const year_month_day date{std::chrono::year(year), std::chrono::month(month),
                              std::chrono::day(day)};
    if (!parsed || year < 1 || year > 9999 || !date.ok())
        throw FormatError(results.name(), "'" + text + "' is not a date");
    return sys_days(date);
}

std::string iso(sys_days when) {
    const year_month_day date(when);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

/// An empty field where nothing was computed.
void append_number(std::string& out, double value, ValueType type) {
    if (std::isnan(value))
        out += ',';
    else if (type == ValueType::real)
        fmt::format_to(std::back_inserter(out), ",{}", value);
    else
        fmt::format_to(std::back_inserter(out), ",{}", static_cast<std::int64_t>(value));
}

std::string first_columns(const Results& results) {
    return results.header().points.empty() ? "option,member" : "point,option,member";
}

std::string first_fields(const Results& results, std::size_t column, std::size_t position) {
    const Header& h = results.header();
    const std::size_t options = h.options.size();
    return fmt::format("{}{},{}", h.points.empty() ? "" : fmt::format("{},", column / options),
                       csv_field(h.options[column % options]), results.members()[position]);
}

/// (point,)option,member,LABEL,variables… over everything that lies along one dimension.
std::string csv_along(const Results& results, Along along, const std::string& label_name,
                      const std::vector<std::string>& labels) {
    std::vector<const Variable*> columns;
    std::string out = first_columns(results) + "," + label_name;
    for (const Variable& v : all_variables())
        if (v.along == along && results.has(v)) {
            columns.push_back(&v);
            out.append(",").append(v.spec->name);
        }
    out += "\r\n";
    for (std::size_t o = 0; o < results.columns(); ++o) {
        std::vector<std::vector<double>> values;
        for (const Variable* v : columns) values.push_back(results.values(*v, o));
        for (std::size_t m = 0; m < results.members().size(); ++m) {
            const std::string begin = first_fields(results, o, m);
            for (std::size_t i = 0; i < labels.size(); ++i) {
                out.append(begin).append(",").append(labels[i]);
                for (std::size_t c = 0; c < columns.size(); ++c)
                    append_number(out, values[c][m * labels.size() + i], columns[c]->spec->type);
                out += "\r\n";
            }
        }
    }
    return out;
}

/// Positions of the members that were run under the option.
std::vector<std::size_t> members_run(const Results& results, std::size_t option) {
    std::vector<std::size_t> out;
    for (std::size_t m = 0; m < results.members().size(); ++m)
        if (results.ran(option, m)) out.push_back(m);
    return out;
}

/// Means over the members that were run, by place; NaN if none was.
std::vector<double> means(const Results& results, PerPlace variable, std::size_t option) {
    const auto values = results.values(variable, option);
    const auto members = members_run(results, option);
    const std::size_t places = results.header().locations.size();
    std::vector<double> out(places);
    for (const std::size_t m : members)
        for (std::size_t p = 0; p < places; ++p) out[p] += values[m * places + p];
    for (double& x : out) x /= static_cast<double>(members.size());
    return out;
}

nlohmann::ordered_json number_or_null(double x) {
    if (std::isfinite(x)) return x;
    return nullptr;
}

/// ViEWS counts months from January 1980 = 1.
std::int64_t month_id(sys_days when) {
    const year_month_day date(when);
    return (static_cast<int>(date.year()) - 1980) * 12 +
           static_cast<int>(static_cast<unsigned>(date.month()));
}

/// Steps by month, whole months only.
std::map<std::int64_t, std::vector<std::size_t>> steps_by_month(const Results& results) {
    const sys_days start = first_day(results);
    const auto& time = results.header().time;
    std::map<std::int64_t, std::vector<std::size_t>> months;
    for (std::size_t t = 0; t < time.size(); ++t)
        months[month_id(start + days(time[t]))].push_back(t);
    const std::int64_t before = month_id(start - days(1)),
                       after = month_id(start + days(time.back() + results.header().step_days));
    if (before == months.begin()->first) months.erase(months.begin());
    if (!months.empty() && after == months.rbegin()->first) months.erase(std::prev(months.end()));
    return months;
}

}  // namespace

std::string csv_of_series(const Results& results) {
    const sys_days start = first_day(results);
    std::vector<std::string> dates;
    for (std::int64_t day : results.header().time) dates.push_back(iso(start + days(day)));
    return csv_along(results, Along::time, "time", dates);
}

std::string csv_of_places(const Results& results) {
    std::vector<std::string> names;
    for (const auto& l : results.header().locations) names.push_back(csv_field(l.name));
    return csv_along(results, Along::location, "location", names);
}

std::string csv_of_groups(const Results& results) {
    std::vector<std::string> names;
    for (const std::string& group : results.header().groups) names.push_back(csv_field(group));
    return csv_along(results, Along::group, "group", names);
}

std::string csv_of_parameters(const Results& results) {
    const Header& h = results.header();
    std::string out = h.points.empty() ? "member" : "point,member";
    for (const ParameterLabel& p : h.parameters) out += "," + csv_field(p.name);
    out += "\r\n";
    for (std::size_t point = 0; point < h.points.count(); ++point)
        for (std::size_t m = 0; m < results.members().size(); ++m) {
            if (!h.points.empty()) out += fmt::format("{},", point);
            out += fmt::format("{}", results.members()[m]);
            for (const double x : results.parameters_at(point, m))
                append_number(out, x, ValueType::real);
            out += "\r\n";
        }
    return out;
}

std::string csv_of_members(const Results& results) {
    const Header& h = results.header();
    std::vector<const Variable*> columns;
    std::string out = first_columns(results);
    for (const Variable& v : all_variables())
        if (v.along == Along::nothing && results.has(v)) {
            columns.push_back(&v);
            out.append(",").append(v.spec->name);
        }
    for (const ParameterLabel& p : h.parameters) out += "," + csv_field(p.name);
    out += "\r\n";
    for (std::size_t c = 0; c < results.columns(); ++c) {
        std::vector<std::vector<double>> values;
        for (const Variable* v : columns) values.push_back(results.values(*v, c));
        for (std::size_t m = 0; m < results.members().size(); ++m) {
            out += first_fields(results, c, m);
            for (std::size_t v = 0; v < columns.size(); ++v)
                append_number(out, values[v][m], columns[v]->spec->type);
            for (const double x : results.parameters_at(c / h.options.size(), m))
                append_number(out, x, ValueType::real);
            out += "\r\n";
        }
    }
    return out;
}

std::string geojson_of_places(const Results& results, std::size_t option) {
    const auto deaths = means(results, PerPlace::deaths_by_location, option);
    const auto displaced = means(results, PerPlace::displaced_by_location, option);
    const std::size_t members = members_run(results, option).size();
    nlohmann::ordered_json features = nlohmann::ordered_json::array();
    const Header& h = results.header();
    const auto& locations = h.locations;
    for (std::size_t p = 0; p < locations.size(); ++p) {
        const auto& l = locations[p];
        nlohmann::ordered_json feature{{"type", "Feature"}};
        if (std::isfinite(l.latitude) && std::isfinite(l.longitude))
            feature["geometry"] = {{"type", "Point"}, {"coordinates", {l.longitude, l.latitude}}};
        else
            feature["geometry"] = nullptr;
        feature["properties"] = {{"name", l.name},
                                 {"country", l.country},
                                 {"region", l.region},
                                 {"option", h.options[option % h.options.size()]},
                                 {"members", members},
                                 {"deaths_by_location", number_or_null(deaths[p])},
                                 {"displaced_by_location", number_or_null(displaced[p])}};
        features.push_back(std::move(feature));
    }
    const nlohmann::ordered_json collection{{"type", "FeatureCollection"}, {"features", features}};
    return collection.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string views_of_results(const Results& results, const ViewsExport& what) {
    std::vector<std::vector<double>> series;
    for (Series s : what.outcome) series.push_back(results.values(s, what.option));
    const std::size_t steps = results.header().time.size();
    const auto members = members_run(results, what.option);
    std::string out = "month_id,country_id,draw,outcome\r\n";
    for (const auto& [month, in_month] : steps_by_month(results))
        for (const std::size_t m : members) {
            double sum = 0;
            for (const auto& values : series)
                for (std::size_t t : in_month) sum += values[m * steps + t];
            fmt::format_to(std::back_inserter(out), "{},{},{},{}\r\n", month, what.country_id, m,
                           sum);
        }
    return out;
}

}  // namespace forestall
