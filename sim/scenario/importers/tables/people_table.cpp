// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/people_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/csv.hpp"
#include "scenario/importers/latin1.hpp"
#include "scenario/importers/separator.hpp"
#include "scenario/importers/tables/known_names.hpp"
#include "scenario/report.hpp"

namespace forestall {
namespace {

class PeopleReader {
public:
    PeopleReader(std::string_view file, const std::string& text, const PeopleWish& wish,
                 const Limits& limits, PeopleReading& out)
        : file_(file),
          wish_(wish),
          limits_(limits),
          out_(out),
          report_(out.diagnostics, limits.shown),
          reader_(text, CsvDialect{.separator = separator_in_header(text),
                                   .comments = false,
                                   .lenient = true,
                                   .columns = limits.columns}) {}

    void read() {
        if (read_header()) {
            while (reader_.next(row_)) {
                if (out_.rows.size() >= limits_.observations) {
                    report_.add("E042", position(),
                                fmt::format("more than {} rows", limits_.observations));
                    break;
                }
                if (!is_tags()) read_row();
            }
        }
        if (reader_.problem())
            report_.add("E005", {file_, reader_.problem()->line, reader_.problem()->column},
                        reader_.problem()->what);
        line().in_world = static_cast<double>(out_.rows.size());
        if (out_.rows.empty() && !report_.failed())
            report_.add("E218", {file_, 0, 0}, "the table has no row that can be read");
        report_.finish();
    }

private:
    TallyLine& line() { return out_.tally.rows[file_]; }
    SourcePosition position() const { return {file_, row_.empty() ? 0 : row_.front().line, 1}; }

    bool read_header() {
        if (!reader_.next(row_)) {
            if (!reader_.problem()) report_.add("E217", {file_, 1, 1}, "the table is empty");
            return false;
        }
        for (const CsvCell& cell : row_) header_.push_back(cell.text);
        PeopleColumns& c = out_.columns = wish_.columns;
        const auto or_known = [&](std::string& column, Field field) {
            if (column.empty()) column = find_known(field, header_);
        };
        or_known(c.area, Field::area_code);
        or_known(c.area, Field::area_name);
        or_known(c.persons, wish_.dated ? Field::displaced : Field::persons);
        if (wish_.dated) {
            or_known(c.date, Field::date);
            or_known(c.origin, Field::origin);
        }
        return has(c.area, "--area") & has(c.persons, "--persons") &
               (!wish_.dated || has(c.date, "--date")) &
               (c.origin.empty() || has(c.origin, "--origin"));
    }

    /// E217 if there is no such column.
    bool has(const std::string& column, const char* option) {
        const auto columns = std::count(header_.begin(), header_.end(), column);
        if (!column.empty() && columns == 1) return true;
        if (!column.empty() && columns > 1) {
            report_.add("E217", {file_, row_.front().line, 1},
                        fmt::format("{} columns are called {}", columns, shown(column)),
                        "give each a name of its own");
            return false;
        }
        report_.add("E217", {file_, row_.front().line, 1},
                    column.empty() ? fmt::format("no column is known for {}", option)
                                   : fmt::format("there is no column {}", shown(column)),
                    fmt::format("name one with {}: {}", option, joined(header_)));
        return false;
    }

    /// A row of HXL: what is not blank begins with '#'.
    bool is_tags() const {
        return row_.front().text.starts_with('#') &&
               std::all_of(row_.begin(), row_.end(), [](const CsvCell& cell) {
                   return cell.text.empty() || cell.text.starts_with('#');
               });
    }

    const CsvCell* cell(const std::string& column) const {
        const auto found = std::find(header_.begin(), header_.end(), column);
        const auto at = static_cast<std::size_t>(found - header_.begin());
        return column.empty() || at >= row_.size() ? nullptr : &row_[at];
    }

    void leave_out(const std::string& reason, const CsvCell* cell, const std::string& what) {
        line().drop(reason, 1);
        report_.add("W213",
                    cell == nullptr ? position() : SourcePosition{file_, cell->line, cell->column},
                    what);
    }

    static std::string not_people(const std::string& text) {
        if (may_be_thousands(text))
            return fmt::format("{} may be a number or thousands of it", shown(text));
        return fmt::format("{} is not a number of people", shown(text));
    }

    void read_row() {
        line().read += 1;
        PeopleRow out;
        out.line = row_.front().line;
        for (std::size_t i = header_.size(); i < row_.size(); ++i)
            if (!row_[i].text.empty())
                return leave_out(
                    "more cells than columns", &row_[i],
                    fmt::format("{} stands behind the last column", shown(row_[i].text)));
        const CsvCell* area = cell(out_.columns.area);
        if (area == nullptr || area->text.empty())
            return leave_out("no area", area, fmt::format("'{}' is blank", out_.columns.area));
        const CsvCell* people = cell(out_.columns.persons);
        const auto persons = people == nullptr ? std::nullopt : parse_people(people->text);
        if (!persons || *persons > limits_.persons)
            return leave_out("no number of people", people,
                             not_people(people == nullptr ? "" : people->text));
        if (wish_.dated) {
            const CsvCell* when = cell(out_.columns.date);
            const auto date =
                when == nullptr ? std::nullopt : parse_count_date(when->text, wish_.order);
            if (!date)
                return leave_out(
                    "no date", when,
                    fmt::format("{} is not a date", shown(when == nullptr ? "" : when->text)));
            out.date = *date;
        }
        out.area = area->text;
        if (const CsvCell* origin = cell(out_.columns.origin)) out.origin = origin->text;
        out.persons = *persons;
        out_.rows.push_back(std::move(out));
    }

    std::string file_;
    const PeopleWish& wish_;
    const Limits& limits_;
    PeopleReading& out_;
    Report report_;
    CsvReader reader_;
    std::vector<std::string> header_;
    std::vector<CsvCell> row_;
};

}  // namespace

PeopleReading read_people_table(std::string_view file, std::string text, const PeopleWish& wish,
                                const Limits& limits) {
    PeopleReading out;
    if (const auto offset = invalid_utf8(text)) {
        SourcePosition at{std::string(file), 1, 1};
        locate(text, *offset, at.line, at.column);
        Report(out.diagnostics, limits.shown).add("W115", at, "a byte that is not UTF-8");
        text = from_latin1(text);
    }
    PeopleReader(file, text, wish, limits, out).read();
    out.diagnostics.sort();
    return out;
}

}  // namespace forestall
