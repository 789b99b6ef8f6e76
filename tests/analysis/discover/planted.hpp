// SPDX-License-Identifier: Apache-2.0
// Points of which those in a box are hits, most of the time.
#pragma once
#include "analysis/discover/box.hpp"
#include "design/random.hpp"

namespace forestall::discover::test {

/// Hits: the first input above 0.6 and the second below 0.4, except for a share of points, drawn,
/// in which it is the other way round. `inputs` of them.
inline Sample planted(std::size_t points, std::size_t inputs, double noise,
                      std::uint64_t seed = 1) {
    Sample out;
    for (auto row : design::random_points(points, inputs + 1, seed)) {
        const bool inside = row[0] > 0.6 && row[1] < 0.4;
        out.hits.push_back(inside != (row[inputs] < noise));
        row.pop_back();
        out.rows.push_back(row);
    }
    return out;
}

}  // namespace forestall::discover::test
