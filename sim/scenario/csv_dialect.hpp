// SPDX-License-Identifier: Apache-2.0
// What spreadsheets make of a table: other separators, `sep=` lines, decimal commas, an index
// without a name. Each is one cause with one message, whatever would follow from it cell by cell.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/csv.hpp"

namespace forestall {

struct DialectFault {
    std::size_t cell = 0;  ///< of the row that shows it
    std::string what;
    std::string hint;
};

/// What is wrong with the first row as a whole, if it is no header of this program's; `known`:
/// names of columns.
std::optional<DialectFault> header_fault(std::span<const CsvCell> row,
                                         std::span<const std::string> known);

/// Digits, a comma, digits: "10,5", "-3,25".
bool has_decimal_comma(std::string_view text);
/// The first cell of a row with too many where a number was cut in two at its decimal comma, if
/// that explains all of them.
std::optional<std::size_t> cut_at_comma(std::span<const CsvCell> row, std::size_t columns);

/// Whether a comment line has as many cells as the header, most of them filled and one behind the
/// first a number or a date: it may be a row whose name begins with '#'.
bool looks_like_row(std::string_view comment, std::size_t columns);

/// "NA", "nan", "null" and the like.
bool means_missing(std::string_view text);

}  // namespace forestall
