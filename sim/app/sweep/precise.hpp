// SPDX-License-Identifier: Apache-2.0
// Rule: an outcome is known precisely enough if at every point, under every option, the 95 %
// interval of its mean over members is no wider than this share of the mean, to both sides.
#pragma once
#include "analysis/expression/syntax.hpp"
#include "results/reader.hpp"

namespace forestall::app {

/// `outcome`: an expression with one number a member. Members in which it is not known are left
/// out; with fewer than two that know, a point is not precise.
bool precise_enough(const Results& results, const expression::Term& outcome, double share);

}  // namespace forestall::app
