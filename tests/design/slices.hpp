// SPDX-License-Identifier: Apache-2.0
// How evenly a table of coordinates fills slices, for tests of designs.
#pragma once
#include <algorithm>

#include "design/input.hpp"

namespace forestall::design::test {

/// Every one of `slices` equal slices of an input has as many rows.
inline bool fills_evenly(const Rows& rows, std::size_t input, std::size_t slices) {
    std::vector<std::size_t> seen(slices, 0);
    for (const auto& row : rows) {
        if (!(row[input] > 0 && row[input] < 1)) return false;
        ++seen[static_cast<std::size_t>(row[input] * static_cast<double>(slices))];
    }
    return std::all_of(seen.begin(), seen.end(),
                       [&](std::size_t n) { return n * slices == rows.size(); });
}

}  // namespace forestall::design::test
