// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/event_months.hpp"

#include <algorithm>

namespace forestall {

bool is_covered(Month month, const DeathsWish& wish) {
    return (!wish.since || *wish.since <= std::max(first_day(month), wish.first)) &&
           (!wish.until || *wish.until >= std::min(first_day(month + 1) - 1, wish.last));
}

EventMonths::EventMonths(const UcdpEvent& event, const DeathsWish& wish)
    : days{static_cast<double>(event.last - event.first + 1), 0} {
    const std::int32_t begin = std::max(event.first, wish.first);
    const std::int32_t end = std::min(event.last, wish.last) + 1;
    if (end <= begin) return;
    days[0] -= static_cast<double>(end - begin);
    first = month_of(begin);
    for (Month m = first; m <= month_of(end - 1); ++m) {
        const auto here =
            static_cast<double>(std::min(end, first_day(m + 1)) - std::max(begin, first_day(m)));
        const bool covered = is_covered(m, wish);
        days.push_back(covered ? here : 0);
        if (!covered) days[1] += here;
    }
}

}  // namespace forestall
