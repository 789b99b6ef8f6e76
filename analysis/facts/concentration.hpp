// SPDX-License-Identifier: Apache-2.0
// How unequally deaths are shared out: part of the deadliest tenth, Gini coefficient, part of units
// without any.
#pragma once
#include <vector>

#include "analysis/facts/history.hpp"

namespace forestall::analysis {

/// Share of the sum that the largest `part` of values holds; a fraction of a value counts in
/// proportion. NaN if the sum is 0 or there are fewer than `least` values.
double top_share(std::vector<double> values, double part, std::size_t least = 10);
/// Gini coefficient (0 equal, 1 - 1/n all in one); NaN as above.
double gini(std::vector<double> values, std::size_t least = 10);

/// Deaths of each cell of half a degree and month that had any, in order of cell and month. Events
/// without a place known to the district or a date known to the month are left out.
std::vector<double> deaths_of_cell_months(const History& history);
/// Share of months of the period without a death; NaN for less than 3 months.
double quiet_months(const History& history);
/// Share of (cell with a place at risk, month) without a death; NaN where the places at risk are
/// unknown.
double quiet_cell_months(const History& history);
/// State-based deaths of each pair of sides and year with at least `least` of them (UCDP's
/// threshold is 25).
std::vector<double> deaths_of_dyad_years(const History& history, double least = 25);

}  // namespace forestall::analysis
