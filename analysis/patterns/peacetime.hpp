// SPDX-License-Identifier: Apache-2.0
// Pattern 4: killing without a war. Communal killing in a country without a rebellion, and an
// operation of the state against people whom nobody defends.
#pragma once
#include <span>
#include <vector>

#include "analysis/patterns/course.hpp"
#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

/// Civilians killed by neighbours (communal clashes) and by militias, and by the state.
struct PeaceDead {
    double communal = 0;
    double by_state = 0;
    double in_battle = 0;  ///< fighters and those caught between them
};
/// `state`: [actor] whether it is the government or its forces.
PeaceDead peace_dead(const Course& course, const std::vector<bool>& state);

/// Communal killing: 50 or more civilians, at least ten for each who died in battle. State-led:
/// 1,000 or more by the state, at least ten for each.
bool communal_killing(const PeaceDead& dead);
bool state_killing(const PeaceDead& dead);

/// `plural`: a hostile country without rebels; `state_led`: one whose state is bent on it.
std::vector<Part> peacetime_parts(std::span<const PeaceDead> plural,
                                  std::span<const PeaceDead> state_led);

}  // namespace forestall::patterns
