// SPDX-License-Identifier: Apache-2.0
// Rule: where no single number flips the advice within its plausible range, the nearest two that do
// together; what they do to a mean difference is taken to add up.
#pragma once
#include "analysis/assumptions/curves.hpp"
#include "analysis/assumptions/flip.hpp"

namespace forestall::assumptions {

/// At most five, the nearest first, each pair of numbers once. `curves`: [number][rival].
std::vector<Flip> pair_flips(const Study& study, const std::vector<std::vector<Curve>>& curves,
                             const std::vector<std::size_t>& rivals);

}  // namespace forestall::assumptions
