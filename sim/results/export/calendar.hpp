// SPDX-License-Identifier: Apache-2.0
// Dates of a results file as other tools write them. Pure functions.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

#include "results/reader.hpp"

namespace forestall::calendar {

/// Day 0 of the file; FormatError if its date is none.
std::chrono::sys_days first_day(const Results& results);
/// The day after the last step's.
std::chrono::sys_days day_after(const Results& results);
/// YYYY-MM-DD.
std::string iso(std::chrono::sys_days when);
/// ViEWS counts months from January 1980 = 1.
std::int64_t month_id(std::chrono::sys_days when);

}  // namespace forestall::calendar
