// SPDX-License-Identifier: Apache-2.0
// Rule: a stratum is a box of the unit cube: of some inputs only a part of their probability. Its
// points are made as for the whole cube and squeezed into it, so that rare parts can be looked at
// closely; its weight is what it would have had of the points by chance.
#pragma once
#include <string>
#include <vector>

#include "design/input.hpp"

namespace forestall::design {

/// The part of an input between two shares of its probability, 0 <= low < high <= 1.
struct Part {
    std::size_t input = 0;
    double low = 0;
    double high = 1;
};

struct Stratum {
    std::string name;
    std::size_t points = 0;
    std::vector<Part> parts;
};

/// Probability of the box, if inputs are independent.
double stratum_weight(const Stratum& stratum);

/// What strata do to probabilities that figures of their points would have to undo: "strata
/// overlap: …", "strata leave out … of the probability", or "".
std::string strata_warning(const std::vector<Stratum>& strata);

/// Coordinates in (0, 1), squeezed into the box; the order of rows along an input stays.
Rows squeezed(Rows coordinates, const Stratum& stratum);

}  // namespace forestall::design
