// SPDX-License-Identifier: Apache-2.0
// Pattern 5: given an offensive, the capital falls; without it nothing of the kind happens.
#pragma once
#include <span>
#include <vector>

#include "analysis/patterns/course.hpp"
#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

/// The challenger holds more than half of the capital at the end of some step in [from, to).
bool capital_falls(const Course& course, int from, int to);
/// Share of all the dead who died before a step; 0 if nobody died.
double dead_before(const Course& course, int step);

/// `begins`: step of the offensive.
std::vector<Part> offensive_parts(std::span<const Course> with, std::span<const Course> without,
                                  int begins);

}  // namespace forestall::patterns
