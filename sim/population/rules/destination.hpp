// SPDX-License-Identifier: Apache-2.0
// Rule: those who leave choose where to go by a logit over places: a place draws by how near it is
// on the safest way, by kin who went there before, and puts off the more the fuller it is. Reads:
// path cost, attraction, stock and capacity of a place, share of kin. Writes: nothing. Source:
// gravity models of displacement (Saldarriaga & Hua 2019); equations in
// docs/mechanisms/destination.md.
#pragma once
#include <algorithm>

#include "core/math.hpp"

namespace forestall::rules {

/// Falls to 1/e over `reach_km` of the way there (kilometres as they seem: danger makes a way
/// longer).
inline double nearness(double cost_km, double reach_km) { return math::exp(-cost_km / reach_km); }

/// What is left of a camp's weight when it is full: people are taken in all the same where there is
/// nowhere else.
inline constexpr double full_camp = 1e-6;

/// 1 in an empty camp, linear down to `full_camp` in a full one.
inline double room(double persons, double capacity) {
    return std::max(full_camp, 1 - persons / std::max(1.0, capacity));
}

/// Pull of kin: exp(pull × share of those away from one's home place who are there). `familiar`
/// persons are added to all of them, so that the first few to arrive somewhere do not decide for
/// everybody.
inline double kin(double there, double all_away, double familiar, double pull) {
    return there <= 0 ? 1 : math::exp(pull * there / (all_away + familiar));
}

}  // namespace forestall::rules
