// SPDX-License-Identifier: Apache-2.0
#include "scenario/csv_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/csv_dialect.hpp"
#include "scenario/keys.hpp"
#include "scenario/text.hpp"

namespace forestall {

namespace {

constexpr std::uint64_t cell_bytes = 64ULL << 10;

const ColumnSpec* find_column(std::string_view file, std::string_view name) {
    for (const auto& spec : scenario_columns()) {
        if (spec.file == file && spec.name == name) return &spec;
    }
    return nullptr;
}

std::vector<std::string> column_names(std::string_view file) {
    std::vector<std::string> names;
    for (const auto& spec : scenario_columns()) {
        if (spec.file == file) names.emplace_back(spec.name);
    }
    return names;
}

/// "40000", and "40000.0" as some programs write it.
std::optional<std::int64_t> parse_whole(std::string_view text) {
    const auto point = text.find('.');
    if (point != std::string_view::npos && point + 1 < text.size() &&
        text.find_first_not_of('0', point + 1) == std::string_view::npos)
        text = text.substr(0, point);
    return parse_integer(text);
}

std::size_t names_columns(std::span<const CsvCell> row, const std::vector<std::string>& known) {
    return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [&](const CsvCell& cell) {
        return std::find(known.begin(), known.end(), cell.text) != known.end();
    }));
}

/// The same for a comment line.
std::size_t names_columns(std::string_view comment, const std::vector<std::string>& known) {
    CsvReader reader(comment.substr(1), {.comments = false, .lenient = true});
    std::vector<CsvCell> row;
    reader.next(row);
    return names_columns(row, known);
}

}  // namespace

/// What to write for "NA", or "" for anything else.
std::string CsvTable::missing_hint(const CsvCell& cell, std::string_view column) const {
    const ColumnSpec* spec = find_column(file_, column);
    if (!means_missing(cell.text) || spec == nullptr) return "";
    return spec->required
               ? fmt::format(
                     "'{}' must have a value in every row: write your best estimate, or leave the "
                     "row out",
                     column)
               : "leave the cell blank where nothing is known";
}

CsvTable::CsvTable(std::string_view file, std::string_view text, std::uint64_t most, Report& report,
                   const Limits& limits, Tally& tally)
    : file_(file),
      reader_(text, {.columns = limits.columns, .cell_bytes = cell_bytes}),
      report_(&report),
      limits_(&limits),
      most_(most),
      tally_(&tally) {
    read_header();
    complete_ = usable_;
}

void CsvTable::read_header() {
    if (!reader_.next(row_)) {
        if (const auto& problem = reader_.problem())
            report_->add("E005", {file_, problem->line, problem->column}, problem->what);
        else
            report_->add("E045", {file_, 1, 1}, fmt::format("'{}' is empty", file_),
                         "start with the header line");
        return;
    }
    const auto known = column_names(file_);
    for (const CsvComment& comment : reader_.comments()) {
        if (names_columns(comment.text, known) < 2 || names_columns(row_, known) >= 2) continue;
        report_->add("E066", {file_, comment.line, 1},
                     "the header line begins with #, so it is read as a comment", "remove the #");
        return;
    }
    if (const auto fault = header_fault(row_, known)) {
        report_->add("E066", position(row_[fault->cell]), fault->what, fault->hint);
        return;
    }
    width_ = row_.size();
    while (row_.size() > 1 && row_.back().text.empty())
        row_.pop_back();  // spreadsheets add blank columns
    check_columns();
}

void CsvTable::check_columns() {
    const auto known = column_names(file_);
    std::vector<std::string>
        meant;  // by names that are near them: what is misspelt is not missing as well
    usable_ = true;
    for (const auto& cell : row_) {
        if (std::find(header_.begin(), header_.end(), cell.text) != header_.end()) {
            report_->add("E015", position(cell),
                         fmt::format("column {} occurs twice in the header", shown(cell.text)));
        } else if (find_column(file_, cell.text) == nullptr) {
            meant.push_back(nearest(cell.text, known));
            std::string hint = did_you_mean(meant.back());
            if (hint.empty()) hint = fmt::format("the columns are {}", joined(known));
            const std::string what = cell.text.empty()
                                         ? "a column has no name"
                                         : fmt::format("unknown column {}", shown(cell.text));
            report_->add("E011", position(cell), what, hint);
        }
        header_.push_back(cell.text);
    }
    for (const auto& spec : scenario_columns()) {
        if (spec.file != file_ || !spec.required) continue;
        if (std::find(header_.begin(), header_.end(), spec.name) != header_.end()) continue;
        usable_ = false;
        if (std::find(meant.begin(), meant.end(), spec.name) != meant.end()) continue;
        report_->add("E010", {file_, row_.front().line, 1},
                     fmt::format("column '{}' is missing", spec.name),
                     fmt::format("add it to the header and to each row: {}", spec.help));
    }
}

void CsvTable::measure(std::string_view thing, double amount) {
    tally_->things[std::string(thing)].read += amount;
    measured_[std::string(thing)] += amount;
}

void CsvTable::lose(std::string_view thing, double amount) {
    tally_->things[std::string(thing)].drop(report_->why(since_), amount);
    measured_[std::string(thing)] -= amount;
}

void CsvTable::end_row() {
    if (!open_) return;
    open_ = false;
    if (!taken_) {
        const std::string why = report_->why(since_);
        tally_->rows[file_].drop(why, 1);
        for (const auto& [thing, amount] : measured_) tally_->things[thing].drop(why, amount);
    }
    taken_ = false;
    measured_.clear();
}

/// Tells of cells beyond the header's, once for a row; what stands in the others may have slipped.
bool CsvTable::row_fits() {
    if (const auto cut = cut_at_comma(row_, width_)) {
        tell_comma(
            row_[*cut],
            fmt::format(
                "the row has {} cells, the header {}: a decimal comma, or a name with a comma",
                row_.size(), width_));
        complete_ = false;
        return false;
    }
    for (std::size_t i = header_.size(); i < row_.size(); ++i) {
        if (row_[i].text.empty()) continue;
        fail("E014", row_[i],
             fmt::format("the row has {} cells, the header {}", row_.size(), header_.size()));
        complete_ = false;
        return false;
    }
    return true;
}

void CsvTable::tell_comma(const CsvCell& cell, const std::string& what) {
    failed_ = true;
    report_->add_cause(
        "E066", position(cell), "comma", what,
        "write numbers with a point, 10.5, and put quotes around a name that holds a comma");
}

/// Comments that may be rows whose name begins with '#'.
void CsvTable::doubt_comments() {
    for (const CsvComment& comment : reader_.comments()) {
        if (!looks_like_row(comment.text, header_.size())) continue;
        const std::string_view name = comment.text.substr(0, comment.text.find(','));
        report_->add(
            "W011", {file_, comment.line, 1},
            fmt::format("{} begins with #, so this line is a comment and is not read", shown(name)),
            "to have it read, put quotes around the first cell");
        tally_->rows[file_].read += 1;
        tally_->rows[file_].drop("a comment line looks like a row", 1);
    }
}

bool CsvTable::next() {
    do {
        failed_ = false;
        if (!usable_ || !read_row()) return false;
    } while (!row_fits());
    return true;
}

bool CsvTable::read_row() {
    end_row();
    const bool there = reader_.next(row_);
    doubt_comments();
    if (!there) {
        if (const auto& problem = reader_.problem()) {
            report_->add("E005", {file_, problem->line, problem->column}, problem->what);
            complete_ = false;
        }
        usable_ = false;
        return false;
    }
    open_ = true;
    since_ = report_->said();
    tally_->rows[file_].read += 1;
    if (++rows_ > most_) {
        complete_ = false;
        report_->add("E042", row_position(), fmt::format("more than {} rows in '{}'", most_, file_),
                     "the limit is there so that memory does not run out");
        usable_ = false;
        return false;
    }
    return true;
}

SourcePosition CsvTable::row_position() const {
    return {file_, row_.empty() ? 0 : row_.front().line, 1};
}
SourcePosition CsvTable::position(const CsvCell& cell) const {
    return {file_, cell.line, cell.column};
}

void CsvTable::fail(std::string_view code, const CsvCell& cell, std::string message,
                    std::string hint) {
    failed_ = true;
    report_->add(code, position(cell), std::move(message), std::move(hint));
}

const CsvCell* CsvTable::cell(std::string_view column) const {
    const auto found = std::find(header_.begin(), header_.end(), column);
    const auto at = static_cast<std::size_t>(found - header_.begin());
    if (found == header_.end() || at >= row_.size() || row_[at].text.empty()) return nullptr;
    return &row_[at];
}

const CsvCell* CsvTable::required(std::string_view column) {
    const CsvCell* found = cell(column);
    if (found == nullptr) {
        failed_ = true;
        report_->add("E019", row_position(), fmt::format("'{}' is blank", column),
                     "it must be filled in every row");
    }
    return found;
}

std::string CsvTable::text(std::string_view column) const {
    const CsvCell* found = cell(column);
    return found == nullptr ? std::string() : found->text;
}

std::optional<double> CsvTable::number(std::string_view column, double low, double high) {
    const CsvCell* found = cell(column);
    if (found == nullptr) return std::nullopt;
    const auto value = parse_number(found->text);
    if (!value && has_decimal_comma(found->text)) {
        tell_comma(*found, fmt::format("{} has a decimal comma", shown(found->text)));
        return std::nullopt;
    }
    if (!value) {
        fail("E016", *found, fmt::format("{} is not a number", shown(found->text)),
             missing_hint(*found, column));
        return std::nullopt;
    }
    if (*value < low || *value > high) {
        fail("E026", *found, fmt::format("'{}' is {}", column, found->text),
             fmt::format("it must be from {} to {}", low, high));
        return std::nullopt;
    }
    return value;
}

std::optional<double> CsvTable::share(std::string_view column) {
    const CsvCell* found = cell(column);
    if (found == nullptr) return std::nullopt;
    const auto value = parse_number(found->text);
    if (value && (*value < 0 || *value > 1)) {
        fail("E027", *found,
             fmt::format("'{}' is {}, not a share from 0 to 1", column, found->text));
        return std::nullopt;
    }
    return number(column, 0, 1);
}

std::optional<Persons> CsvTable::persons(std::string_view column) {
    const CsvCell* found = cell(column);
    if (found == nullptr) return std::nullopt;
    const auto value = parse_whole(found->text);
    if (!value) {
        const std::string hint = missing_hint(*found, column);
        fail("E016", *found, fmt::format("{} is not a whole number", shown(found->text)),
             hint.empty() ? "people are counted in whole numbers without separators: 12000" : hint);
        return std::nullopt;
    }
    if (*value < 0 || *value > limits_->persons) {
        fail("E026", *found, fmt::format("'{}' is {}", column, *value),
             fmt::format("it must be from 0 to {}", limits_->persons));
        return std::nullopt;
    }
    return value;
}

std::optional<std::int32_t> CsvTable::date(std::string_view column) {
    const CsvCell* found = cell(column);
    if (found == nullptr) return std::nullopt;
    const auto day = parse_date(found->text);
    if (!day) fail("E017", *found, fmt::format("{} is not a date", shown(found->text)));
    return day;
}

int CsvTable::choice(std::string_view column) {
    const CsvCell* found = cell(column);
    const ColumnSpec* spec = find_column(file_, column);
    if (found == nullptr || spec == nullptr) return 0;
    const int at = choice_index(spec->choices, found->text);
    if (at >= 0) return at;
    fail("E009", *found, fmt::format("'{}' is {}", column, shown(found->text)),
         fmt::format("one of {}", listed(spec->choices)));
    return 0;
}

}  // namespace forestall
