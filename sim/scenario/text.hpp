// SPDX-License-Identifier: Apache-2.0
// Numbers, dates and quantities out of text. All strict: the whole text or nothing. Never throw.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/units.hpp"

namespace forestall {

/// Finite decimal number ("1.5", "-2e3").
std::optional<double> parse_number(std::string_view text);
std::optional<std::int64_t> parse_integer(std::string_view text);

/// Days since 1970-01-01 of "YYYY-MM-DD", years 1800 to 2399.
std::optional<std::int32_t> parse_date(std::string_view text);
/// The same, also with a time of day behind it ("2013-02-05T00:00:00", "2013-02-05 00:00:00.000"),
/// which is left out.
std::optional<std::int32_t> parse_date_of_time(std::string_view text);
std::optional<std::int32_t> civil_day(int year, unsigned month, unsigned day);
/// "YYYY-MM-DD" of days since 1970-01-01.
std::string date_text(std::int32_t days_since_1970);

/// A number with its unit: powers of time (d), length (km), money (USD) and people; `scale` takes
/// it to those.
struct Unit {
    double scale = 1;
    int time = 0;
    int length = 0;
    int money = 0;
    int people = 0;
    bool same_kind(const Unit& other) const {
        return time == other.time && length == other.length && money == other.money &&
               people == other.people;
    }
};

/// "km/d", "k USD/week", "%", "1", "d-1", "" (= 1).
std::optional<Unit> parse_unit(std::string_view text);

struct ParsedQuantity {
    double value = 0;
    Unit unit;
};

/// "14 d", "200 km/d", "40 k USD/week", "5 %", "0.3".
std::optional<ParsedQuantity> parse_quantity(std::string_view text);

std::string_view trimmed(std::string_view text);

}  // namespace forestall
