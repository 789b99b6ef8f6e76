// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/clock.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace forestall::app::exercise {

std::int64_t seconds_of(const std::string& t) {
    std::tm at{};
    char zone = 0;
    if (std::sscanf(t.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d%c", &at.tm_year, &at.tm_mon, &at.tm_mday,
                    &at.tm_hour, &at.tm_min, &at.tm_sec, &zone) != 7 ||
        zone != 'Z')
        return 0;
    at.tm_year -= 1900;
    at.tm_mon -= 1;
    return static_cast<std::int64_t>(::timegm(&at));
}

double TurnClock::left_at(const std::string& t) const {
    if (!running) return left;
    const auto passed = static_cast<double>(seconds_of(t) - seconds_of(since));
    return std::max(0.0, left - std::max(0.0, passed));
}

}  // namespace forestall::app::exercise
