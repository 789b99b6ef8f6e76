// SPDX-License-Identifier: Apache-2.0
// When an action of an option starts, in words.
#pragma once
#include <string>

#include "world/intervention.hpp"

namespace forestall::app {

/// "on 2030-03-01", "14 d after “envoy” began, if reported_deaths is at least 30 within 120 d of
/// that". `start_date`: of the scenario, as YYYY-MM-DD; where it is none, days are counted.
std::string beginning_text(const Option& option, const Beginning& beginning,
                           const std::string& start_date);
/// "from the start", "on 2030-03-01", counted from `start_date`.
std::string day_text(Day day, const std::string& start_date);

}  // namespace forestall::app
