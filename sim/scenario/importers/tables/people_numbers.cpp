// SPDX-License-Identifier: Apache-2.0
// Numbers and dates of tables about people.
#include <algorithm>
#include <array>

#include "scenario/importers/tables/people_table.hpp"
#include "scenario/text.hpp"

namespace forestall {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The three numbers of "1/7/17", "01-07-2017" or "1.7.2017".
std::optional<std::array<std::int64_t, 3>> three_numbers(std::string_view text) {
    std::array<std::int64_t, 3> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::size_t end = std::min(text.find_first_of("/-."), text.size());
        const auto value = parse_integer(text.substr(0, end));
        if (!value || (i < 2 && end == text.size())) return std::nullopt;
        out[i] = *value;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return text.empty() ? std::optional(out) : std::nullopt;
}

}  // namespace

std::string_view without_decimals(std::string_view text) {
    for (const std::string_view end : {".0", ".00"})
        if (text.size() > end.size() && text.ends_with(end))
            return text.substr(0, text.size() - end.size());
    return text;
}

bool may_be_thousands(std::string_view text) {
    const auto point = text.find('.');
    return point != std::string_view::npos && point > 0 && text.size() == point + 4 &&
           text.find('.', point + 1) == std::string_view::npos &&
           std::count_if(text.begin(), text.end(), is_digit) + 1 ==
               static_cast<std::ptrdiff_t>(text.size());
}

std::optional<Persons> parse_people(std::string_view text) {
    text = without_decimals(text);
    std::string digits;
    std::size_t since_separator = 0;
    bool separated = false;
    for (const char c : text) {
        if (is_digit(c)) {
            digits += c;
            ++since_separator;
            continue;
        }
        if ((c != ',' && c != ' ') || digits.empty() || (separated && since_separator != 3) ||
            (!separated && since_separator > 3))
            return std::nullopt;
        separated = true;
        since_separator = 0;
    }
    if (separated && since_separator != 3) return std::nullopt;
    return parse_integer(digits);
}

std::optional<std::int32_t> parse_count_date(std::string_view text, DateOrder order) {
    constexpr std::int64_t century = 2000;
    if (const auto day = parse_date_of_time(text)) return day;
    if (text.size() == 4 && std::all_of(text.begin(), text.end(), is_digit))
        return parse_date(std::string(text) + "-12-31");
    if (order == DateOrder::none) return std::nullopt;
    const auto numbers = three_numbers(text.substr(0, text.find(' ')));
    if (!numbers) return std::nullopt;
    const auto [first, second, last] = *numbers;
    const std::int64_t year = last < 100 ? century + last : last;
    const std::int64_t month = order == DateOrder::day_month ? second : first;
    const std::int64_t day = order == DateOrder::day_month ? first : second;
    if (year < 1800 || year > 2399 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    return civil_day(static_cast<int>(year), static_cast<unsigned>(month),
                     static_cast<unsigned>(day));
}

}  // namespace forestall
