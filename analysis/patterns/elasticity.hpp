// SPDX-License-Identifier: Apache-2.0
// Pattern 12: no weight decides alone. The elasticity of the odds of an onset to a weight: the
// change of the log odds over that of the log weight; of a constant in log-odds (inertia), over the
// change of the constant, since that is the log of the weight of the choice.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

/// Whether each member had an onset, at the shipped value and at another, under the same luck.
struct Nudge {
    std::string weight;
    double change = 0;  ///< of the log of the weight, signed; never 0
    std::vector<bool> at_rest;
    std::vector<bool> nudged;
    /// What else a pattern looks at, [figure][member]: at rest, and nudged.
    std::vector<std::vector<double>> rest_figures;
    std::vector<std::vector<double>> nudged_figures;
};

/// Log odds have half a case added to either side, so that none is infinite. Bootstrap over pairs.
Estimate elasticity(const Nudge& nudge);
/// Whether a weight moves the onset or any of the other figures beyond chance (mean difference of
/// pairs, 1.96 standard errors).
bool matters(const Nudge& nudge);
/// One part a weight and direction, and one for the weights that move nothing.
std::vector<Part> elasticity_parts(std::span<const Nudge> nudges);

}  // namespace forestall::patterns
