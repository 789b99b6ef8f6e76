// SPDX-License-Identifier: Apache-2.0
#include "results/export/calendar.hpp"

#include <fmt/format.h>

#include <charconv>

namespace forestall::calendar {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

sys_days first_day(const Results& results) {
    const std::string& text = results.header().start_date;
    int year = 0;
    unsigned month = 0, day = 0;
    const char *at = text.data(), *end = at + text.size();
    const auto number = [&](auto& value, char after) {
        const auto [next, error] = std::from_chars(at, end, value);
        const bool good =
            error == std::errc() && (after == '\0' ? next == end : next != end && *next == after);
        at = good && after != '\0' ? next + 1 : next;
        return good;
    };
    const bool parsed = number(year, '-') && number(month, '-') && number(day, '\0');
    const year_month_day date{std::chrono::year(year), std::chrono::month(month),
                              std::chrono::day(day)};
    if (!parsed || year < 1 || year > 9999 || !date.ok())
        throw FormatError(results.name(), "'" + text + "' is not a date");
    return sys_days(date);
}

sys_days day_after(const Results& results) {
    const Header& h = results.header();
    return first_day(results) + days(h.time.back() + h.step_days);
}

std::string iso(sys_days when) {
    const year_month_day date(when);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::int64_t month_id(sys_days when) {
    const year_month_day date(when);
    return (static_cast<int>(date.year()) - 1980) * 12 +
           static_cast<int>(static_cast<unsigned>(date.month()));
}

}  // namespace forestall::calendar
