// SPDX-License-Identifier: Apache-2.0
// Pattern 8: a truce holds violence against the other side's people too, and some truces break.
#pragma once
#include <span>
#include <vector>

#include "analysis/patterns/course.hpp"
#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

/// Civilians of either side killed one-sidedly by the other, in as many steps before a truce as
/// are looked at within it: half a year, or what the truce or the run before it has.
struct Hush {
    double before = 0;
    double during = 0;
};
Hush hush_of(const Course& course, const Truce& truce);

/// Within which a truce that breaks counts as a relapse.
inline constexpr double relapse_years = 5;

/// Share by which the dead fall, all truces of all members together.
Estimate fall_in_truce(std::span<const Course> courses);
/// Share of truces that have broken within `years`, by Kaplan and Meier.
Estimate relapsed_within(std::span<const Course> courses, double years);

/// `unbound`: runs in which a truce does not hold anybody back, for what regression to the mean
/// makes of the same figure; may be empty.
std::vector<Part> truce_parts(std::span<const Course> courses, std::span<const Course> unbound);

/// Notes on what a mediator changes: one-sided deaths with one over those without, of all members
/// and of those with a truce that holds, with one that breaks, and with none. The same members in
/// both, in order.
std::vector<Part> mediation_parts(std::span<const Course> without, std::span<const Course> with);

}  // namespace forestall::patterns
