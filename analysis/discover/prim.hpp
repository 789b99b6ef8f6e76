// SPDX-License-Identifier: Apache-2.0
// Rule: from everything, peel off the slice of one input that leaves the densest rest, counted by
// gain for each point taken away, until the box is as small as is allowed. Then paste slices back
// as long as that makes the box no less dense. Source: Friedman & Fisher 1999; Kwakkel & Cunningham
// 2016 (gain by point, for inputs with few levels; a loss is not divided).
#pragma once
#include <vector>

#include "analysis/discover/box.hpp"

namespace forestall::discover {

struct Peeling {
    double share = 0.05;       ///< of the points in the box, taken away at once
    double least_mass = 0.05;  ///< of all points, that a box keeps
};

/// The boxes on the way, from everything inwards; each is smaller than the one before, and most are
/// denser.
std::vector<Box> peeled(const Sample& sample, const Peeling& how);

/// A box with slices pasted on while its density does not fall.
Box pasted(Box box, const Sample& sample, const Peeling& how);

/// The box with the most merit (Held::merit) on the way, the larger of equal ones, pasted, without
/// the inputs that it is no denser for (Friedman & Fisher 1999, section 9.2).
Box best_box(const Sample& sample, const Peeling& how);

}  // namespace forestall::discover
