// SPDX-License-Identifier: Apache-2.0
// What the members of a file say of each place, in a few numbers.
#pragma once
#include <cstddef>
#include <vector>

#include "results/reader.hpp"

namespace forestall {

/// By place, over the members that were run; NaN if none was. `lo` and `hi` are the 5 % and the
/// 95 % quantile.
struct PlaceSummary {
    std::vector<double> mean, median, lo, hi;
};

/// Positions of the members that were run under the option.
std::vector<std::size_t> members_run(const Results& results, std::size_t option);

/// Of one option; std::out_of_range for an unknown one.
PlaceSummary summary_by_place(const Results& results, PerPlace variable, std::size_t option);

}  // namespace forestall
