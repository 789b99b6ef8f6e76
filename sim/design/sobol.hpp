// SPDX-License-Identifier: Apache-2.0
// Rule: Sobol' points with Owen's nested uniform scrambling. Each bit of a coordinate is turned by
// one addressed draw: seed as key, input as entity, place of the bit as step, the bits above it as
// block. 32 bits are scrambled, the rest of the coordinate is drawn. So any row can be made alone,
// and a longer design begins with the shorter one. Source: Sobol' 1967; Joe & Kuo 2008 (direction
// numbers, in Boost.Random); Owen 1995.
#pragma once
#include <cstdint>

#include "design/input.hpp"

namespace forestall::design {

inline constexpr std::size_t most_sobol_inputs = 3667;  ///< that Boost has direction numbers for

/// `points` rows of `inputs` coordinates in (0, 1). A power of two of points fills every slice of
/// every coordinate evenly. std::invalid_argument for more inputs than `most_sobol_inputs`.
Rows sobol(std::size_t points, std::size_t inputs, std::uint64_t seed);

}  // namespace forestall::design
