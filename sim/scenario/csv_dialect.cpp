// SPDX-License-Identifier: Apache-2.0
#include "scenario/csv_dialect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scenario/text.hpp"

namespace forestall {
namespace {

constexpr const char* save_again =
    "save it as comma-separated (\"CSV UTF-8\" in a spreadsheet), with points in numbers: 10.5";

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_whole(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return all_digits(text);
}

/// How many cells of the header, split at `by`, are names of columns.
std::size_t known_when_split(std::span<const CsvCell> row, char by,
                             std::span<const std::string> known) {
    std::size_t found = 0;
    for (const CsvCell& cell : row) {
        std::string_view rest = cell.text;
        while (true) {
            const auto end = rest.find(by);
            const std::string_view name = trimmed(rest.substr(0, end));
            if (std::find(known.begin(), known.end(), name) != known.end()) ++found;
            if (end == std::string_view::npos) break;
            rest.remove_prefix(end + 1);
        }
    }
    return found;
}

}  // namespace

std::optional<DialectFault> header_fault(std::span<const CsvCell> row,
                                         std::span<const std::string> known) {
    if (row.empty()) return std::nullopt;
    const std::string_view first = row.front().text;
    if (first.size() <= 5 &&
        (first.starts_with("sep=") || first.starts_with("Sep=") || first.starts_with("SEP=")))
        return DialectFault{0, "a 'sep=' line, which only Excel reads",
                            first.size() == 4 ? "remove the line"
                                              : fmt::format("remove the line and {}", save_again)};
    struct Separator {
        char sign;
        const char* name;
    };
    constexpr std::array separators{Separator{';', "semicolons"}, Separator{'\t', "tabs"},
                                    Separator{'|', "bars"}};
    const std::size_t as_is = known_when_split(row, ',', known);
    for (const Separator& s : separators) {
        if (known_when_split(row, s.sign, known) < as_is + 2) continue;
        return DialectFault{0, fmt::format("cells are separated by {}, not by commas", s.name),
                            save_again};
    }
    if (first.empty() && row.size() > 1 && !row[1].text.empty())
        return DialectFault{
            0, "the first column has no name, like the row numbers that some programs add",
            "leave that column out (pandas: to_csv(…, index=False))"};
    return std::nullopt;
}

bool has_decimal_comma(std::string_view text) {
    const auto comma = text.find(',');
    return comma != std::string_view::npos && is_whole(text.substr(0, comma)) &&
           all_digits(text.substr(comma + 1));
}

std::optional<std::size_t> cut_at_comma(std::span<const CsvCell> row, std::size_t columns) {
    std::optional<std::size_t> first;
    std::size_t cut = 0;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        if (!is_whole(row[i].text) || !all_digits(row[i + 1].text)) continue;
        if (!first) first = i;
        ++cut;
        ++i;
    }
    return row.size() > columns && cut >= row.size() - columns ? first : std::nullopt;
}

bool looks_like_row(std::string_view comment, std::size_t columns) {
    if (columns < 2 ||
        static_cast<std::size_t>(std::count(comment.begin(), comment.end(), ',')) + 1 < columns)
        return false;
    CsvReader reader(comment, {.comments = false, .lenient = true});
    std::vector<CsvCell> row;
    if (!reader.next(row) || row.size() != columns) return false;
    const auto blank = [](const CsvCell& c) { return c.text.empty(); };
    const auto dated = [](const CsvCell& c) { return parse_number(c.text) || parse_date(c.text); };
    return std::count_if(row.begin(), row.end(), blank) * 2 <
               static_cast<std::ptrdiff_t>(columns) &&
           std::any_of(row.begin() + 1, row.end(), dated);
}

bool means_missing(std::string_view text) {
    constexpr std::array<std::string_view, 12> words{"NA",   "N/A",  "n/a",  "na",   "NaN", "nan",
                                                     "NULL", "null", "None", "none", "-",   "?"};
    return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace forestall
