// SPDX-License-Identifier: Apache-2.0
// Pattern 6: where, when and who, for a case with a record.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/patterns/course.hpp"
#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

/// Row of a record, in the terms of the scenario: day of its period, number of the region (-1: not
/// known), side that killed (-1: none of those asked about).
struct Recorded {
    int day = 0;
    int region = -1;
    int side = -1;
    bool one_sided = false;
    double deaths = 0;
};

/// The case: its regions with their people, the region of each place (-1: abroad), the side of
/// each actor (-1: none), the region of the capital, and the ends of the half-years in days.
struct Case {
    std::vector<double> people;      ///< [region]
    std::vector<int> region_of;      ///< [place]
    std::vector<int> side_of;        ///< [actor]
    std::vector<std::string> sides;  ///< names
    int capital = 0;                 ///< region
    std::vector<int> half_years;     ///< last day + 1 of each
};

/// Deaths by region, all kinds, of one run or of the record.
std::vector<double> by_region(const Course& course, const Case& c);
std::vector<double> by_region(std::span<const Recorded> record, const Case& c);

/// Spearman's rank correlation, ties at their mean rank; NaN for fewer than three.
double spearman(const std::vector<double>& x, const std::vector<double>& y);
/// Largest share of the deaths that lies in five weeks on end; NaN without deaths.
double densest_five_weeks(const std::vector<double>& by_week);

/// Mean over recorded deaths of log(share by the model / share by population) of their regions,
/// with a bootstrap's interval over rows of the record. The model's shares are mixed with one
/// hundredth of those by population, so that no place is impossible.
Estimate place_skill(std::span<const Recorded> record, const std::vector<double>& shares,
                     const Case& c);

std::vector<Part> where_parts(std::span<const Course> courses, std::span<const Recorded> record,
                              const Case& c);
/// The densest weeks, and deaths reported by half-year: fighters as they fell, civilians as
/// observers report them.
std::vector<Part> when_parts(std::span<const Course> courses, std::span<const Recorded> record,
                             const Case& c);
std::vector<Part> who_parts(std::span<const Course> courses, std::span<const Recorded> record,
                            const Case& c);

}  // namespace forestall::patterns
