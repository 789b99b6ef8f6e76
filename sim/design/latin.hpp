// SPDX-License-Identifier: Apache-2.0
// Rule: a Latin hypercube has one point in each of n equal slices of every coordinate, at a place
// of the slice that is drawn. A maximin one exchanges slices between rows as long as that moves
// the nearest rows apart. Source: McKay, Beckman & Conover 1979; Morris & Mitchell 1995.
#pragma once
#include <cstdint>

#include "design/input.hpp"

namespace forestall::design {

/// `points` rows of `inputs` coordinates in (0, 1). Orders of slices are drawn by input, places
/// within slices by input and row.
Rows latin(std::size_t points, std::size_t inputs, std::uint64_t seed);

/// The same, after `exchanges` attempts to exchange the slices of two rows in one input. One is
/// kept if it lowers the sum over pairs of rows of distance^-16, distances counted in slices.
/// Cost: points · inputs for each.
Rows maximin_latin(std::size_t points, std::size_t inputs, std::uint64_t seed,
                   std::size_t exchanges);

/// Least distance between two rows of a table; 0 for fewer than two.
double least_distance(const Rows& rows);

}  // namespace forestall::design
