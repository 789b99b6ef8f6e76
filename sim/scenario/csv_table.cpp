// SPDX-License-Identifier: Apache-2.0
#include "scenario/csv_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/keys.hpp"
#include "scenario/text.hpp"

namespace forestall {

namespace {

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

}  // namespace

CsvTable::CsvTable(std::string_view file, std::string_view text, std::uint64_t most, Report& report,
                   const Limits& limits, Tally& tally)
    : file_(file),
      reader_(text, {.columns = limits.columns}),
      report_(&report),
      limits_(&limits),
      most_(most),
      tally_(&tally) {
    read_header();
}

void CsvTable::read_header() {
    if (!reader_.next(row_)) {
        if (const auto& problem = reader_.problem())
            report_->add("E005", {file_, problem->line, problem->column}, problem->what);
        else
            report_->add("E045", {file_, 1, 1}, fmt::format("'{}' is empty", file_), "start with the header line");
        return;
    }
    const auto known = column_names(file_);
    usable_ = true;
    for (const auto& cell : row_) {
        if (std::find(header_.begin(), header_.end(), cell.text) != header_.end()) {
            report_->add("E015", position(cell), fmt::format("column {} stands twice in the header", shown(cell.text)));
        } else if (find_column(file_, cell.text) == nullptr) {
            std::string hint = did_you_mean(nearest(cell.text, known));
            if (hint.empty()) hint = fmt::format("columns are {}", joined(known));
            report_->add("E011", position(cell), fmt::format("unknown column {}", shown(cell.text)), hint);
        }
        header_.push_back(cell.text);
    }
    for (const auto& spec : scenario_columns()) {
        if (spec.file != file_ || !spec.required) continue;
        if (std::find(header_.begin(), header_.end(), spec.name) != header_.end()) continue;
        usable_ = false;
        report_->add("E010", {file_, row_.front().line, 1}, fmt::format("column '{}' is missing", spec.name),
                     std::string(spec.help));
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

bool CsvTable::next() {
    end_row();
    failed_ = false;
    if (!usable_) return false;
    if (!reader_.next(row_)) {
        if (const auto& problem = reader_.problem())
            report_->add("E005", {file_, problem->line, problem->column}, problem->what);
        usable_ = false;
        return false;
    }
    open_ = true;
    since_ = report_->said();
    tally_->rows[file_].read += 1;
    if (++rows_ > most_) {
        report_->add("E042", row_position(), fmt::format("more than {} rows in '{}'", most_, file_),
                     "the limit is there so that memory does not run out");
        usable_ = false;
        return false;
    }
    for (std::size_t i = header_.size(); i < row_.size(); ++i) {
        if (row_[i].text.empty()) continue;
        fail("E014", row_[i], fmt::format("the row has {} cells, the header {}", row_.size(), header_.size()));
        break;
    }
    return true;
}

SourcePosition CsvTable::row_position() const { return {file_, row_.empty() ? 0 : row_.front().line, 1}; }
SourcePosition CsvTable::position(const CsvCell& cell) const { return {file_, cell.line, cell.column}; }

void CsvTable::fail(std::string_view code, const CsvCell& cell, std::string message, std::string hint) {
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
        report_->add("E019", row_position(), fmt::format("'{}' is blank", column), "it must be filled in every row");
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
    if (!value) {
        fail("E016", *found, fmt::format("{} is not a number", shown(found->text)));
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
        fail("E027", *found, fmt::format("'{}' is {}, not a share from 0 to 1", column, found->text));
        return std::nullopt;
    }
    return number(column, 0, 1);
}

std::optional<Persons> CsvTable::persons(std::string_view column) {
    const CsvCell* found = cell(column);
    if (found == nullptr) return std::nullopt;
    const auto value = parse_integer(found->text);
    if (!value) {
        fail("E016", *found, fmt::format("{} is not a whole number", shown(found->text)),
             "people are counted in whole numbers without separators: 12000");
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
