// SPDX-License-Identifier: Apache-2.0
#include "scenario/text.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace forestall {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<double> parse_number(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc{} || result.ptr != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc{} || result.ptr != end) return std::nullopt;
    return value;
}

std::optional<std::int32_t> civil_day(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{day}};
    if (year < 1800 || year > 2399 || !date.ok()) return std::nullopt;
    return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::optional<std::int32_t> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return std::nullopt;
    }
    const auto part = [&](std::size_t at, std::size_t length) {
        return static_cast<int>(parse_integer(text.substr(at, length)).value_or(0));
    };
    return civil_day(part(0, 4), static_cast<unsigned>(part(5, 2)),
                     static_cast<unsigned>(part(8, 2)));
}

std::optional<std::int32_t> parse_date_of_time(std::string_view text) {
    constexpr std::size_t date_length = 10;
    text = trimmed(text);
    if (text.size() <= date_length) return parse_date(text);
    const char mark = text[date_length];
    const std::string_view time = text.substr(date_length + 1);
    if ((mark != 'T' && mark != 't' && mark != ' ') || time.empty()) return std::nullopt;
    if (time.find_first_not_of("0123456789:.,+-Zz ") != std::string_view::npos) return std::nullopt;
    return parse_date(text.substr(0, date_length));
}

std::string date_text(std::int32_t days_since_1970) {
    const std::chrono::year_month_day date{
        std::chrono::sys_days{std::chrono::days{days_since_1970}}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

namespace {

struct NamedUnit {
    std::string_view name;
    Unit unit;
};

constexpr double days_per_year = 365.25;

constexpr std::array named_units = std::to_array<NamedUnit>({
    {"1", {}},
    {"%", {.scale = 0.01}},
    {"h", {.scale = 1.0 / 24, .time = 1}},
    {"hour", {.scale = 1.0 / 24, .time = 1}},
    {"d", {.time = 1}},
    {"day", {.time = 1}},
    {"days", {.time = 1}},
    {"week", {.scale = 7, .time = 1}},
    {"weeks", {.scale = 7, .time = 1}},
    {"month", {.scale = days_per_year / 12, .time = 1}},
    {"months", {.scale = days_per_year / 12, .time = 1}},
    {"year", {.scale = days_per_year, .time = 1}},
    {"years", {.scale = days_per_year, .time = 1}},
    {"m", {.scale = 0.001, .length = 1}},
    {"km", {.length = 1}},
    {"USD", {.money = 1}},
    {"k", {.scale = 1e3}},
    {"M", {.scale = 1e6}},
    {"person", {.people = 1}},
    {"persons", {.people = 1}},
});

/// "km", "d-1": a named unit to a one-digit power.
std::optional<Unit> parse_factor(std::string_view text) {
    int power = 1;
    if (text.size() > 1 && text.back() >= '1' && text.back() <= '3') {
        power = text.back() - '0';
        text.remove_suffix(1);
        if (text.size() > 1 && text.back() == '-') {
            power = -power;
            text.remove_suffix(1);
        }
    }
    for (const auto& named : named_units) {
        if (named.name != text) continue;
        Unit unit = named.unit;
        unit.scale = std::pow(unit.scale, power);
        unit.time *= power;
        unit.length *= power;
        unit.money *= power;
        unit.people *= power;
        return unit;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Unit> parse_unit(std::string_view text) {
    constexpr std::size_t longest = 40;
    text = trimmed(text);
    if (text.size() > longest) return std::nullopt;
    Unit unit;
    bool divide = false;
    while (!text.empty()) {
        const auto end = text.find_first_of(" /*");
        const std::string_view word = text.substr(0, end);
        if (!word.empty()) {
            const auto factor = parse_factor(word);
            if (!factor) return std::nullopt;
            const int sign = divide ? -1 : 1;
            unit.scale = divide ? unit.scale / factor->scale : unit.scale * factor->scale;
            unit.time += sign * factor->time;
            unit.length += sign * factor->length;
            unit.money += sign * factor->money;
            unit.people += sign * factor->people;
            divide = false;
        }
        if (end == std::string_view::npos) break;
        if (text[end] == '/') divide = true;
        text.remove_prefix(end + 1);
    }
    if (divide) return std::nullopt;
    return unit;
}

std::optional<ParsedQuantity> parse_quantity(std::string_view text) {
    text = trimmed(text);
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc{} || !std::isfinite(value)) return std::nullopt;
    const auto unit = parse_unit(text.substr(static_cast<std::size_t>(result.ptr - text.data())));
    if (!unit) return std::nullopt;
    return ParsedQuantity{value, *unit};
}

}  // namespace forestall
