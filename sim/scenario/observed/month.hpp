// SPDX-License-Identifier: Apache-2.0
// Months of the calendar, in which deaths are counted. A month is a number: months since January
// 1970, so that months can be subtracted and looped over.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace forestall {

using Month = std::int32_t;

/// "YYYY-MM", years 1800 to 2399; the whole text or nothing.
std::optional<Month> parse_month(std::string_view text);
/// "YYYY-MM".
std::string month_text(Month month);
/// The month of a day (days since 1970-01-01).
Month month_of(std::int32_t day);
/// First day of a month, in days since 1970-01-01; the last is the day before the next month's.
std::int32_t first_day(Month month);

}  // namespace forestall
