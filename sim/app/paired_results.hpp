// SPDX-License-Identifier: Apache-2.0
// From a results file to the columns that a comparison works on.
#pragma once
#include <vector>

#include "analysis/comparison/comparison.hpp"
#include "analysis/comparison/cost.hpp"
#include "analysis/comparison/outcomes.hpp"
#include "results/reader.hpp"

namespace forestall::app {

/// Everything the statistics need, of the given members (positions in the file that all options were run on).
comparison::Paired paired_of(const Results& results, const comparison::Outcome& outcome,
                             const std::vector<std::size_t>& members, std::size_t baseline,
                             const comparison::Prices& prices);

}  // namespace forestall::app
