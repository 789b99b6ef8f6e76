// SPDX-License-Identifier: Apache-2.0
// What was read in a week in which mass killing had not begun, and whether it began soon after.
#pragma once
#include <vector>

#include "analysis/warnings/watched.hpp"

namespace forestall::analysis {

inline constexpr int half_year_days = 182;

struct Reading {
    double risk = 0;     ///< the desk's
    double quarter = 0;  ///< deaths reported in the last 13 weeks, with the desk's own delay
    double at_once = 0;  ///< the same without a delay
    bool onset = false;  ///< within the days ahead
};

/// Every fourth week from the thirteenth on whose days ahead lie in the run or hold an onset.
std::vector<Reading> readings_of(const Watched& watched, int ahead_days = half_year_days);

}  // namespace forestall::analysis
