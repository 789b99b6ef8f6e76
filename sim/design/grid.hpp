// SPDX-License-Identifier: Apache-2.0
// Rule: every combination of the inputs' steps, the last input fastest: of a discrete input all of
// its levels, of another the middles of `steps` slices of equal probability.
#pragma once
#include <vector>

#include "design/input.hpp"

namespace forestall::design {

/// One input of a grid; `steps` is not read for a discrete one.
struct GridInput {
    Input input;
    std::size_t steps = 1;
};

/// How many rows a grid has; `most` + 1 if there are more than `most`.
std::size_t grid_size(const std::vector<GridInput>& inputs, std::size_t most);

/// Values, not coordinates. std::invalid_argument for more than `most` rows.
Rows grid(const std::vector<GridInput>& inputs, std::size_t most);

}  // namespace forestall::design
