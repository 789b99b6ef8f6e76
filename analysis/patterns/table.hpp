// SPDX-License-Identifier: Apache-2.0
// The figures of the patterns as CSV, and as the tables of docs/patterns.md. Text in, text out.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

/// One part of a row, with the size it was measured at.
struct Line {
    int row = 0;
    std::size_t members = 0;
    Part part;
    std::string command;
};

/// A header and a line each; numbers in their shortest form, a NaN as an empty field.
std::string csv_of(std::span<const Line> lines);
/// Throws std::invalid_argument for a text that csv_of did not write.
std::vector<Line> lines_of(std::string_view csv);
/// The rows that are fresh in place of the old ones, in order of row.
std::vector<Line> replaced(std::span<const Line> old, std::span<const Line> fresh);

/// "0.12 [0.08, 0.17]", "0.12" without an interval, "-" for NaN.
std::string figure_text(const Estimate& figure);
/// "missed (3 of 5)", "" for a row that was not run.
std::string verdict_text(int row, std::span<const Line> lines);

/// One line a pattern: target, data, what it lacked in version 0.1, command, before, after.
std::string pattern_table(std::span<const Line> before, std::span<const Line> after);
/// One line a part.
std::string part_table(std::span<const Line> before, std::span<const Line> after);
/// The page with what lies between its marks written anew; throws std::invalid_argument if a mark
/// is not there.
std::string page_with(const std::string& page, std::span<const Line> before,
                      std::span<const Line> after);

}  // namespace forestall::patterns
