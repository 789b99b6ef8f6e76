// SPDX-License-Identifier: Apache-2.0
// Takes from a results file what a comparison needs: outcome, money, deaths and displacement of the
// members that all options were run on.
#pragma once
#include "analysis/comparison/comparison.hpp"
#include "analysis/comparison/cost.hpp"
#include "analysis/comparison/outcomes.hpp"

namespace forestall::comparison {

/// `members`: positions in the file (`members_of_all`); `baseline`: position of the option to
/// compare with.
Paired paired_of(const Results& results, const Outcome& outcome,
                 const std::vector<std::size_t>& members, std::size_t baseline,
                 const Prices& prices);

}  // namespace forestall::comparison
