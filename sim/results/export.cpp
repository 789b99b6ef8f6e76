// SPDX-License-Identifier: Apache-2.0
#include "results/export.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "core/csv_field.hpp"
#include "results/export/calendar.hpp"

namespace forestall {
namespace {

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

}  // namespace

std::string csv_of_series(const Results& results) {
    const auto start = calendar::first_day(results);
    std::vector<std::string> dates;
    for (std::int64_t day : results.header().time)
        dates.push_back(calendar::iso(start + std::chrono::days(day)));
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

}  // namespace forestall
