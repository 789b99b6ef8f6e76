// SPDX-License-Identifier: Apache-2.0
// Rule: those who leave choose where to go by a nested logit: first a country, then a place in it. A place draws by its
// size, by how near it is on the safest way, by kin already there, and puts off when it is full.
// Reads: path cost, attraction, stock and capacity of a place, share of kin. Writes: nothing.
// Source: gravity models of displacement (Saldarriaga & Hua 2019); equations in docs/mechanisms/destination.md.
#pragma once
#include <algorithm>

#include "core/math.hpp"

namespace forestall::rules {

/// Falls with the cost of the way there: (offset + km-equivalents)^-exponent.
inline double nearness(double cost_km, double offset_km, double exponent) {
    return math::exp(-exponent * math::log(offset_km + cost_km));
}

/// 1 while there is room, then linear down to 0 when full. `start` is the occupancy at which crowding is felt, below 1.
inline double room(double persons, double capacity, double start) {
    const double occupancy = persons / std::max(1.0, capacity);
    return occupancy <= start ? 1 : std::max(0.0, (1 - occupancy) / (1 - start));
}

/// Pull of kin: exp(pull × share of one's people away from home who are there).
inline double kin(double share, double pull) { return share <= 0 ? 1 : math::exp(pull * share); }

/// Weight of a country from the summed weights of its places: sum^nesting; nesting 1 is a plain logit, below 1 places
/// of one country stand in for each other.
inline double country_weight(double sum, double nesting) { return sum <= 0 ? 0 : math::exp(nesting * math::log(sum)); }

}  // namespace forestall::rules
