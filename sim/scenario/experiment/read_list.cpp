// SPDX-License-Identifier: Apache-2.0
#include "scenario/experiment/read_list.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/csv.hpp"
#include "scenario/text.hpp"

namespace forestall {
namespace {

/// Column of each input; E407 for one that is missing, or a column of none.
std::vector<std::size_t> columns_of(const std::string& file, const std::vector<CsvCell>& header,
                                    const std::vector<design::Input>& inputs, Report& report) {
    std::vector<std::size_t> out;
    for (const design::Input& input : inputs) {
        const auto at = std::find_if(header.begin(), header.end(),
                                     [&](const CsvCell& c) { return c.text == input.name; });
        if (at == header.end())
            report.add("E407", {file, 1, 1}, fmt::format("no column is {}", shown(input.name)));
        else
            out.push_back(static_cast<std::size_t>(at - header.begin()));
    }
    for (std::size_t c = 0; c < header.size(); ++c)
        if (std::find(out.begin(), out.end(), c) == out.end())
            report.add(
                "E407", {file, header[c].line, header[c].column},
                fmt::format("column {} is of no input, or there twice", shown(header[c].text)));
    return out;
}

}  // namespace

design::Rows read_list(const std::string& file, std::string_view text,
                       const std::vector<design::Input>& inputs, std::size_t most, Report& report) {
    design::Rows out;
    CsvReader reader(text);
    std::vector<CsvCell> row;
    if (reader.next(row)) {
        const auto columns = columns_of(file, row, inputs, report);
        const std::size_t width = row.size();
        while (!report.failed() && reader.next(row)) {
            const SourcePosition at{file, row.front().line, row.front().column};
            if (out.size() == most)
                report.add("E406", at, fmt::format("more than {} points", most));
            if (row.size() != width)
                report.add("E407", at, fmt::format("{} cells under {} columns", row.size(), width));
            if (report.failed()) break;
            out.emplace_back();
            for (const std::size_t column : columns) {
                const CsvCell& cell = row[column];
                const auto value = parse_number(cell.text);
                if (!value)
                    report.add("E407", {file, cell.line, cell.column},
                               fmt::format("{} is not a number", shown(cell.text)));
                out.back().push_back(value.value_or(0));
            }
        }
    }
    if (const auto& problem = reader.problem())
        report.add("E005", {file, problem->line, problem->column}, problem->what);
    return out;
}

}  // namespace forestall
