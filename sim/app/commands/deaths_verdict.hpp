// SPDX-License-Identifier: Apache-2.0
// What free runs get right of the deaths that were counted and what they do not, in sentences.
#pragma once
#include <string>
#include <vector>

#include "app/commands/validate_deaths.hpp"

namespace forestall::app {

/// One thing that the runs were asked to do: hits and misses are said alike.
struct DeathsClaim {
    bool met = false;
    std::string text;  ///< with its figures
};

/// In a fixed order; what cannot be known is left out.
std::vector<DeathsClaim> deaths_claims(const DeathsFound& found);
/// One sentence: how many are met, how many missed, and which.
std::string deaths_verdict(const std::vector<DeathsClaim>& claims);
/// What the runs knew and what they did not, the naive forecasts likewise.
std::string deaths_basis(const DeathsFound& found);

}  // namespace forestall::app
