// SPDX-License-Identifier: Apache-2.0
// Pattern 13: what the desk sees warns of a mass killing half a year ahead, better than reading
// last quarter's deaths, and alarms are seldom false.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "analysis/patterns/course.hpp"
#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

/// A week in which nothing had begun: what was read then, and whether it began within half a year.
struct Reading {
    double risk = 0;     ///< the desk's
    double quarter = 0;  ///< deaths reported in the last 13 weeks, with the desk's own delay
    double at_once = 0;  ///< the same without a delay
    bool onset = false;
};
/// Every fourth week from the thirteenth on whose next half-year lies in the run or holds an onset.
/// `delay_days`: from a report to its being read.
std::vector<Reading> readings_of(const Course& course, int delay_days = 0);

/// Chance that a reading before an onset is higher than one before none, ties counted half; NaN
/// without either.
double area_under_curve(std::vector<std::pair<double, bool>> readings);

/// First observed response of a run, if it is within the half-year before an onset, or else false.
struct Alarms {
    double onsets = 0;
    double preceded = 0;  ///< onsets with an alarm within the half-year before
    double false_alarms = 0;
    double years = 0;  ///< until the onset, or to the end
};
Alarms alarms_of(const Course& course);

std::vector<Part> warning_parts(const std::string& scenario, std::span<const Course> courses,
                                int delay_days = 0);

}  // namespace forestall::patterns
