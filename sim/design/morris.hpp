// SPDX-License-Identifier: Apache-2.0
// Rule: a trajectory begins at a drawn point of a grid and moves one input after the other, in a
// drawn order, by half of its probability up or down. Source: Morris 1991.
#pragma once
#include <cstdint>
#include <vector>

#include "design/input.hpp"

namespace forestall::design {

/// How far an input moves, in coordinates: p levels lie in the middle of p equal slices.
inline constexpr double morris_step = 0.5;

/// `trajectories` times (inputs + 1) rows of coordinates in (0, 1). `levels` even, >= 2.
/// std::invalid_argument otherwise.
Rows morris(std::size_t trajectories, std::size_t inputs, std::size_t levels, std::uint64_t seed);

/// One move: which input, whether its value grew, and over which share of the way from the least
/// to the greatest value that the design has of it, counted in values: 2/3 on a grid of four.
struct Move {
    std::size_t input = 0;
    bool up = false;
    double share = 1;
};

/// The moves of each trajectory in turn if a table of values is such a design: two inputs or more,
/// every trajectory moves each of them once, and every move of an input goes half of the list of
/// its values up or down, of an odd number of values one half rounded either way. Else none.
std::vector<Move> morris_moves(const Rows& values);

}  // namespace forestall::design
