// SPDX-License-Identifier: Apache-2.0
// Rule: how far the law of an outcome moves when an input is known: half the mean area between the
// density of the outcome in a class of the input and its density overall, 0 (says nothing) to 1
// (says all). Classes of the input have equally many points; the outcome enters by ranks, in
// classes too, so that a few huge outcomes count like any other and nothing is asked of moments.
// The index is high by noise. What resampling adds to it is taken off, and of what that leaves of
// shuffled outcomes, the square of the part that their index is of this one: all of it where the
// input does nothing. (Judgement: strong indices are left a few hundredths low.) Whether an input
// says anything at all is asked of the shuffled outcomes, never of the interval. Classes make an
// index low: 0.31 for 0.33 with 16 of them. Source: Borgonovo 2007; Plischke, Borgonovo & Smith
// 2013 (from given points).
#pragma once
#include <span>
#include <vector>

#include "analysis/sensitivity/rows_bootstrap.hpp"
#include "design/input.hpp"

namespace forestall::sensitivity {

struct DensityIndex {
    Estimate value;
    double by_chance = 0;  ///< a value above is one that 95 % of shuffled outcomes do not reach
};

/// By input of `rows` ([point][input]); `outcome`: one number a point. Points may come from any
/// design. Classes: the cube root of points, 2 to 24. Outcomes are shuffled `resamples` times, at
/// least 99. The interval is how far the value moves with the points at hand. NaN for fewer than 8
/// points. std::invalid_argument if there is not an outcome for each point.
std::vector<DensityIndex> density_indices(const design::Rows& rows, std::span<const double> outcome,
                                          const Resampling& how);

}  // namespace forestall::sensitivity
