// SPDX-License-Identifier: Apache-2.0
// Cells of half a degree, as PRIO-GRID has them (Tollefsen, Strand & Buhaug 2012): so that places
// of a scenario and coordinates of a data set are counted in the same units of space.
#pragma once
#include <cmath>
#include <compare>

namespace forestall::analysis {

struct Cell {
    int row = 0;  ///< from the South Pole
    int column = 0;
    // NOLINTNEXTLINE(modernize-use-nullptr): the zero that it sees is the compiler's, not ours
    auto operator<=>(const Cell&) const = default;
};

/// Degrees.
inline Cell cell_of(double latitude, double longitude) {
    return {static_cast<int>(std::floor((latitude + 90) * 2)),
            static_cast<int>(std::floor((longitude + 180) * 2))};
}

}  // namespace forestall::analysis
