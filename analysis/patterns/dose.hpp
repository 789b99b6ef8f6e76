// SPDX-License-Identifier: Apache-2.0
// Pattern 9: peacekeepers lower one-sided deaths by so much per 1,000 troops and per 100 police,
// less where a government kills, and the same whichever road they came by. Sources: Hultman,
// Kathman & Shannon 2013 (a ratio of 0.61 per 1,000 troops and 0.38 per 100 police), and the
// prior of the evidence brief (0.85 each).
#pragma once
#include <span>
#include <string>
#include <vector>

#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

/// One-sided deaths of each member, by whom, with and without; equal luck at equal positions.
struct Doses {
    double unit = 1;  ///< doses sent: 2 for 2,000 troops
    std::vector<double> with_by_rebels, without_by_rebels;
    std::vector<double> with_by_state, without_by_state;
};

/// Ratio of the sums, to the power 1/unit, with a bootstrap's interval over pairs.
Estimate ratio_per_dose(const std::vector<double>& with, const std::vector<double>& without,
                        double unit);

/// `what` is "1,000 troops" or "100 police"; [lo, hi] the published ratio and the prior.
std::vector<Part> dose_parts(const std::string& what, const Doses& doses, double lo, double hi);
/// Deaths under the same troops sent by the catalogue and scripted as an actor.
std::vector<Part> road_parts(const std::vector<double>& catalogue,
                             const std::vector<double>& scripted);

}  // namespace forestall::patterns
