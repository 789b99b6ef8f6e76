// SPDX-License-Identifier: Apache-2.0
#include "scenario/observed/month.hpp"

#include <chrono>

#include "scenario/text.hpp"

namespace forestall {

namespace chrono = std::chrono;

std::optional<Month> parse_month(std::string_view text) {
    const auto day = parse_date(std::string(text) + "-01");
    return day ? std::optional(month_of(*day)) : std::nullopt;
}

std::string month_text(Month month) { return date_text(first_day(month)).substr(0, 7); }

Month month_of(std::int32_t day) {
    const chrono::year_month_day date{chrono::sys_days{chrono::days{day}}};
    return (static_cast<int>(date.year()) - 1970) * 12 +
           static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

std::int32_t first_day(Month month) {
    const chrono::year_month start =
        chrono::year_month{chrono::year{1970}, chrono::January} + chrono::months{month};
    return static_cast<std::int32_t>(
        chrono::sys_days{start / chrono::day{1}}.time_since_epoch().count());
}

}  // namespace forestall
