// SPDX-License-Identifier: Apache-2.0
// Pattern 3: killing of civilians goes along with fighting. Deaths by quarter (13 weeks) of
// one-sided violence and of all other violence (battles with those caught in them, communal
// clashes), in a run and in a data set alike.
#pragma once
#include <span>
#include <vector>

#include "analysis/facts/history.hpp"
#include "analysis/patterns/course.hpp"
#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

struct Quarters {
    std::vector<double> one_sided;
    std::vector<double> rest;
};

/// Where fighters count who die while they kill civilians: as fallen in battle, or nowhere. A model
/// in which killers are killed makes the two sums move together by construction if they count.
enum class Killers : std::uint8_t { count, left_out };
Quarters quarters_of(const Course& course, Killers killers);
/// Of a data set cut to its window; an event lies where its last day does.
Quarters quarters_of(const analysis::History& history);

/// Correlation of log(1 + deaths) of the quarters in which either kills; NaN below four such
/// quarters, below 25 deaths of either kind, or without variation.
double log_correlation(const Quarters& quarters);
/// Sum of one-sided deaths over the sum of the others; NaN if both together are below 25.
double ratio_of(const Quarters& quarters);

/// Parts for one scenario: its correlation and its ratio against the range [lo, hi] for it, beside
/// what its record says (NaN: there is none).
std::vector<Part> companion_parts(const std::string& scenario, std::span<const Course> courses,
                                  double lo, double hi, const Quarters& record);

}  // namespace forestall::patterns
