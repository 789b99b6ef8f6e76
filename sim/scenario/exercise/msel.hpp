// SPDX-License-Identifier: Apache-2.0
// The master scenario events list: a table of injects that people keep in a spreadsheet. Read and
// written without loss: columns that are not known, comment lines, the order of both and quotes
// stay as they are; only what is set changes.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/csv.hpp"
#include "scenario/report.hpp"

namespace forestall {

inline constexpr const char* msel_file = "msel.csv";

/// A line of the list.
struct MselRow {
    std::vector<std::string> comments;  ///< lines before it
    std::vector<CsvCell> cells;
};

class Msel {
public:
    Msel() = default;
    /// E005, E010, E014, E015, E019, E020 (a number twice), E009; rows with an error are kept.
    static Msel read(std::string_view text, Report& report);
    /// The text again.
    std::string text() const;

    bool empty() const { return rows_.empty(); }
    std::size_t size() const { return rows_.size(); }
    /// The cell of a column; "" if there is none.
    std::string at(std::size_t row, std::string_view column) const;
    /// Parts of a cell with semicolons between them, blanks around them removed.
    std::vector<std::string> parts(std::size_t row, std::string_view column) const;
    /// Row of an inject's number.
    std::optional<std::size_t> find(std::string_view number) const;
    /// Adds the column if the list has it not.
    void set(std::size_t row, std::string_view column, const std::string& value);
    SourcePosition position(std::size_t row, std::string_view column) const;

private:
    std::optional<std::size_t> column(std::string_view name) const;
    bool read_head(const std::vector<CsvCell>& row, Report& report);
    void check_rows(Report& report) const;

    MselRow head_;
    std::vector<MselRow> rows_;
    std::vector<std::string> tail_;  ///< comments after the last row
};

}  // namespace forestall
