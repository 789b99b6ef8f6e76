// SPDX-License-Identifier: Apache-2.0
// Rule: what waiting costs is the outcome of a later start less that of an earlier one, in the same
// member; divided by how much later it is on average, it is a cost per week. Intervals of all waits
// hold together (means.hpp). A member in which the later start never comes is in: there the later
// arm is doing nothing.
#pragma once
#include <string>
#include <vector>

#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

/// One way of timing an intervention.
struct Timing {
    std::string intervention;
    std::string label;            ///< "mitigation", "prevention + 13 weeks"
    std::size_t column = 0;       ///< of the outcomes
    std::vector<double> started;  ///< week by member; the length of the run where it never does
};

struct Wait {
    std::string intervention;
    std::string from, to;
    double weeks = 0;  ///< by which `to` is later, mean over members
    Figure cost;       ///< outcome of `to` less that of `from`
    Figure per_week;   ///< the same per week, at that mean; not defined if no member waits
};

/// Waits between consecutive timings of each intervention, timings ordered by their mean start;
/// interventions in the order given.
std::vector<Wait> costs_of_delay(const std::vector<Timing>& timings, const Columns& outcomes,
                                 const Plan& plan);

}  // namespace forestall::comparison
