// SPDX-License-Identifier: Apache-2.0
#include "scenario/exercise/msel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "scenario/keys.hpp"
#include "scenario/text.hpp"

namespace forestall {
namespace {

std::vector<std::string> comments_of(const CsvReader& reader) {
    std::vector<std::string> out;
    for (const CsvComment& c : reader.comments()) out.emplace_back(c.text);
    return out;
}

std::string cell_text(const CsvCell& cell) {
    const bool quote = cell.quoted || cell.text.find_first_of(",\"\r\n") != std::string::npos ||
                       trimmed(cell.text) != cell.text || cell.text.starts_with('#') ||
                       cell.text.starts_with("\xEF\xBB\xBF");
    if (!quote) return cell.text;
    std::string out = "\"";
    for (const char c : cell.text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

void append(std::string& out, const MselRow& row) {
    for (const std::string& comment : row.comments) out += comment + "\n";
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        out += (i == 0 ? "" : ",") + cell_text(row.cells[i]);
    out += '\n';
}

}  // namespace

bool Msel::read_head(const std::vector<CsvCell>& row, Report& report) {
    std::set<std::string> seen;
    for (const CsvCell& cell : row)
        if (!cell.text.empty() && !seen.insert(cell.text).second)
            report.add("E015", {msel_file, cell.line, cell.column},
                       fmt::format("column {} is named twice", shown(cell.text)));
    bool whole = true;
    for (const ColumnSpec& spec : scenario_columns()) {
        if (spec.file != msel_file || !spec.required || seen.contains(std::string(spec.name)))
            continue;
        whole = false;
        report.add("E010", {msel_file, row.front().line, 1},
                   fmt::format("column '{}' is missing", spec.name),
                   fmt::format("add it to the header and to each row: {}", spec.help));
    }
    return whole;
}

Msel Msel::read(std::string_view text, Report& report) {
    Msel out;
    CsvReader reader(text);
    std::vector<CsvCell> row;
    if (!reader.next(row)) {
        report.add("E045", {msel_file, 1, 1}, "the list has no header");
        return out;
    }
    out.head_ = {comments_of(reader), row};
    const bool whole = out.read_head(row, report);
    while (reader.next(row)) {
        if (row.size() > out.head_.cells.size())
            report.add("E014", {msel_file, row.front().line, row.front().column},
                       fmt::format("the row has {} cells, the header {}", row.size(),
                                   out.head_.cells.size()));
        out.rows_.push_back({comments_of(reader), row});
    }
    out.tail_ = comments_of(reader);
    if (const auto& problem = reader.problem())
        report.add("E005", {msel_file, problem->line, problem->column}, problem->what);
    if (whole) out.check_rows(report);
    return out;
}

void Msel::check_rows(Report& report) const {
    std::set<std::string> numbers;
    for (std::size_t r = 0; r < rows_.size(); ++r)
        for (const ColumnSpec& spec : scenario_columns()) {
            if (spec.file != msel_file) continue;
            const std::string cell = at(r, spec.name);
            if (cell.empty() && spec.required)
                report.add("E019", position(r, spec.name), fmt::format("'{}' is blank", spec.name),
                           std::string(spec.help));
            if (!cell.empty() && !spec.choices.empty() && choice_index(spec.choices, cell) < 0)
                report.add("E009", position(r, spec.name),
                           fmt::format("'{}' is {}", spec.name, shown(cell)),
                           fmt::format("one of {}", listed(spec.choices)));
            if (spec.name == "number" && !cell.empty() && !numbers.insert(cell).second)
                report.add("E020", position(r, spec.name),
                           fmt::format("inject {} is there twice", shown(cell)));
        }
}

std::string Msel::text() const {
    std::string out;
    if (!head_.cells.empty()) append(out, head_);
    for (const MselRow& row : rows_) append(out, row);
    for (const std::string& comment : tail_) out += comment + "\n";
    return out;
}

std::optional<std::size_t> Msel::column(std::string_view name) const {
    const auto found = std::find_if(head_.cells.begin(), head_.cells.end(),
                                    [&](const CsvCell& c) { return c.text == name; });
    if (found == head_.cells.end()) return std::nullopt;
    return static_cast<std::size_t>(found - head_.cells.begin());
}

std::string Msel::at(std::size_t row, std::string_view name) const {
    const auto c = column(name);
    const auto& cells = rows_.at(row).cells;
    return c && *c < cells.size() ? cells[*c].text : std::string();
}

std::vector<std::string> Msel::parts(std::size_t row, std::string_view name) const {
    std::vector<std::string> out;
    const std::string cell = at(row, name);
    for (std::size_t from = 0; from <= cell.size();) {
        const std::size_t end = std::min(cell.find(';', from), cell.size());
        const std::string_view part = trimmed(std::string_view(cell).substr(from, end - from));
        if (!part.empty()) out.emplace_back(part);
        from = end + 1;
    }
    return out;
}

std::optional<std::size_t> Msel::find(std::string_view number) const {
    for (std::size_t r = 0; r < rows_.size(); ++r)
        if (at(r, "number") == number) return r;
    return std::nullopt;
}

void Msel::set(std::size_t row, std::string_view name, const std::string& value) {
    if (!column(name)) head_.cells.push_back({std::string(name)});
    auto& cells = rows_.at(row).cells;
    const std::size_t c = *column(name);
    if (cells.size() <= c) cells.resize(c + 1);
    cells[c].text = value;
}

SourcePosition Msel::position(std::size_t row, std::string_view name) const {
    const auto& cells = rows_.at(row).cells;
    const auto c = column(name);
    const CsvCell& cell = c && *c < cells.size() ? cells[*c] : cells.front();
    return {msel_file, cell.line, cell.column};
}

}  // namespace forestall
