// SPDX-License-Identifier: Apache-2.0
// What a function makes of a row of numbers: steps in order, or members.
#pragma once
#include <span>
#include <string_view>

namespace forestall::expression {

/// One number of a row; NaN numbers are left out. NaN where there is none: of no numbers, of
/// `first` if no step is true. `level`: read by quantile only, 0 to 1.
/// std::invalid_argument for an unknown function.
double reduced(std::string_view function, std::span<const double> row, double level);

}  // namespace forestall::expression
