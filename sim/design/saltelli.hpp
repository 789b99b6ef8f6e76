// SPDX-License-Identifier: Apache-2.0
// Rule: two independent rows A and B, then for each input the row A with that input of B; for
// second order also B with that input of A. Rows of one base row stand together, so a design that
// was cut short has whole base rows at its beginning. Source: Saltelli 2002; Saltelli et al. 2010.
#pragma once
#include <cstdint>
#include <optional>

#include "design/input.hpp"

namespace forestall::design {

/// Rows 0 and 1 of a base row are A and B, 2 + i is A with B's input i, 2 + inputs + i (second
/// order only) B with A's.
struct SaltelliShape {
    std::size_t base = 0;  ///< base rows
    std::size_t inputs = 0;
    bool second = false;
    std::size_t each() const { return (second ? 2 : 1) * inputs + 2; }
    std::size_t points() const { return base * each(); }
};

/// shape.points() rows in (0, 1), from scrambled Sobol' points of twice the inputs.
/// std::invalid_argument for more inputs than half of `most_sobol_inputs`.
Rows saltelli(const SaltelliShape& shape, std::uint64_t seed);

/// The shape of a table of values, if every row is what the rule asks for.
std::optional<SaltelliShape> saltelli_shape(const Rows& values);

}  // namespace forestall::design
