// SPDX-License-Identifier: Apache-2.0
// Pattern 1: how likely a first mass killing is in each year, for those without one so far. A
// country whose hazard climbs for years was started from a state at rest.
#pragma once
#include <span>
#include <vector>

#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

/// Steps of the first onset of each member, -1: never.
struct Onsets {
    std::vector<int> steps;
    int step_days = 7;
    int years = 10;  ///< that the runs last
};

struct Hazard {
    std::vector<double> onsets;   ///< [year]
    std::vector<double> at_risk;  ///< [year] members without an onset at its start
};
Hazard hazard_of(const Onsets& onsets);

/// Onsets per member-year at risk, years first to last (from 0, inclusive), with a bootstrap's
/// interval over members; NaN if nobody is at risk.
Estimate yearly_hazard(const Onsets& onsets, int first, int last, std::uint64_t seed = 1);

/// The parts of the pattern; `median` and `quiet` are the same country with the structural numbers
/// of a median and of a quiet one.
std::vector<Part> hazard_parts(const Onsets& high_risk, const Onsets& median_country,
                               const Onsets& quiet);

}  // namespace forestall::patterns
