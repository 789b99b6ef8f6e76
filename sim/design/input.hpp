// SPDX-License-Identifier: Apache-2.0
// One number that a design varies: a law, or levels with weights. Points are made in the unit cube
// and taken to values by the inverse distribution function, so a value grows with its coordinate.
#pragma once
#include <string>
#include <vector>

#include "core/distribution.hpp"

namespace forestall::design {

/// A table of numbers: [row][input].
using Rows = std::vector<std::vector<double>>;

struct Input {
    std::string name;
    Distribution law;             ///< read only if there are no levels
    std::vector<double> levels;   ///< of a discrete input, ascending
    std::vector<double> weights;  ///< one for each level, >= 0; none: all levels alike
    bool discrete() const { return !levels.empty(); }
};

/// Value at a coordinate in (0, 1), in the input's unit; never less at a greater coordinate.
double value_at(const Input& input, double coordinate);

/// What is wrong with an input ("levels must ascend"), or "".
std::string input_problem(const Input& input);

/// Coordinates as values, row by row; a row has one coordinate for each input.
Rows values_at(const std::vector<Input>& inputs, const Rows& coordinates);

}  // namespace forestall::design
