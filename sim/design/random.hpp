// SPDX-License-Identifier: Apache-2.0
// Rule: the coordinate of a row and an input is one addressed draw: seed as key, input as entity,
// row as step. So a longer design begins with the shorter one.
#pragma once
#include <cstdint>

#include "design/input.hpp"

namespace forestall::design {

/// `points` rows of `inputs` independent uniform coordinates in (0, 1).
Rows random_points(std::size_t points, std::size_t inputs, std::uint64_t seed);

}  // namespace forestall::design
