// SPDX-License-Identifier: Apache-2.0
// Rows of a Flee CSV file, whatever its dialect: header with or without '#', quoted or not, comment
// lines, padding, tabs, CRLF, leading and trailing commas.
#pragma once
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/csv.hpp"
#include "scenario/importers/flee_instance.hpp"

namespace forestall {

class FleeRows {
public:
    /// Whether cells, trimmed and without '#', are those of a header.
    using HeaderTest = std::function<bool(const std::vector<std::string>& cells)>;

    /// The header is the first row that passes the test, which may be a comment if only comments
    /// stand before it. Without one columns count from 0 in the usual order.
    FleeRows(const FleeReading& r, std::string file, const HeaderTest& is_header);
    /// `mark`: a cell that only a header has ("name1"), in any case.
    FleeRows(const FleeReading& r, std::string file, std::string_view mark);

    bool next();
    const std::string& file() const { return file_; }
    /// The cell under any of these header names, or at `usual` if there is no header; nullptr if
    /// blank.
    const CsvCell* cell(std::initializer_list<std::string_view> names, std::size_t usual) const;
    std::string text(std::initializer_list<std::string_view> names, std::size_t usual) const;
    const std::vector<CsvCell>& cells() const { return row_; }
    /// Header names as written, trimmed and without '#'; empty without a header.
    const std::vector<std::string>& header() const { return header_; }
    /// Name of a header's column as it is looked up: lower case, without a unit in brackets.
    const std::string& known_as(std::size_t column) const { return lower_[column]; }
    const std::vector<CsvCell>& header_cells() const { return header_cells_; }
    SourcePosition position() const { return {file_, row_.empty() ? 0 : row_.front().line, 1}; }
    SourcePosition position(const CsvCell& cell) const { return {file_, cell.line, cell.column}; }

private:
    std::string file_;
    std::string text_;
    Report* report_;
    std::optional<CsvReader> reader_;
    std::vector<CsvCell> row_;
    std::vector<CsvCell> header_cells_;
    std::vector<std::string> header_;
    std::vector<std::string> lower_;
    bool pending_ = false;  ///< row_ holds a first row that was no header
};

std::string lower_case(std::string_view text);

}  // namespace forestall
