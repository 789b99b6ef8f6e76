// SPDX-License-Identifier: Apache-2.0
// Rule: members have the same luck at every point, so points and members are crossed. The variance
// of one run is split into what points (assumptions), members (luck, and all numbers that are not
// held) and both together make, by mean squares of the two-way layout. Source: Searle, Casella &
// McCulloch 1992, section 4.2. For intervals points and members are resampled, each for itself
// (Owen 2007, the pigeonhole bootstrap); what is drawn twice adds nothing that is new, and mean
// squares are divided by what is: n (1 - q), with q the sum of squares of the shares drawn.
#pragma once
#include "analysis/sensitivity/rows_bootstrap.hpp"
#include "design/input.hpp"

namespace forestall::sensitivity {

/// Shares of the variance of one run; they add up to 1.
struct VarianceSplit {
    Estimate assumptions;  ///< of points
    Estimate luck;         ///< of members
    Estimate together;     ///< what luck does at one point and not at another
};

/// `runs`: [point][member]. Points are resampled `block` at a time, members one by one. Components
/// below 0 count as 0. NaN for fewer than two points or members, or where nothing varies.
/// std::invalid_argument if points have not equally many members.
VarianceSplit variance_split(const design::Rows& runs, std::size_t block, const Resampling& how);

}  // namespace forestall::sensitivity
