// SPDX-License-Identifier: Apache-2.0
// Pattern 13: what the desk sees warns of a mass killing half a year ahead,
// better than reading last quarter's deaths, and alarms are seldom false.
// Statistics: analysis/warnings.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "analysis/patterns/course.hpp"
#include "analysis/patterns/pattern.hpp"
#include "analysis/warnings/watched.hpp"

namespace forestall::patterns {

/// What the desk of a course saw. `delay_days`: from a report to its being
/// read.
analysis::Watched watched_of(const Course& course, int delay_days = 0);

std::vector<Part> warning_parts(const std::string& scenario, std::span<const Course> courses,
                                int delay_days = 0);

}  // namespace forestall::patterns
