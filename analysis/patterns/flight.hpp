// SPDX-License-Identifier: Apache-2.0
// Pattern 10: how many are driven out for each who is killed, by the aim of the killing.
#pragma once
#include <span>
#include <vector>

#include "analysis/patterns/course.hpp"
#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

/// Displaced at their most over civilians killed by then; NaN below 25 killed.
double displaced_per_death(const Course& course);
/// Displaced by acts of expulsion over those they killed, over the same of other one-sided acts,
/// all members together; NaN if there are no such acts.
double expulsion_over_terror(std::span<const Course> courses);

std::vector<Part> flight_parts(std::span<const Course> courses);

}  // namespace forestall::patterns
