// SPDX-License-Identifier: Apache-2.0
// Patterns 11 and 14: nothing that held is lost. Stylised facts against those of version 0.1, and
// links and directions counted.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "analysis/facts/facts.hpp"
#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

/// A fact of a scenario at version 0.1, seed 1, 200 members (docs/methods/stylised-facts.md).
struct FactThen {
    std::string_view scenario;
    std::string_view fact;
    double value;
};
std::span<const FactThen> facts_of_first_version();

/// How far a value lies from its target; 0 inside, NaN without a target or without a value.
double distance(const analysis::FactSpec& spec, double value);
/// One part for the facts of a scenario that lie farther from their targets than then, one each for
/// persistence and burstiness, which must lie nearer.
std::vector<Part> fact_parts(const std::string& scenario,
                             std::span<const analysis::FactLine> lines);

/// `came_true` of `all` against the number of version 0.1.
Part at_least_as_many(const std::string& what, int came_true, int all, int then);

}  // namespace forestall::patterns
