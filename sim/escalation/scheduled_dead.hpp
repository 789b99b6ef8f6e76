// SPDX-License-Identifier: Apache-2.0
// What the schedule of violence asks for, beside what happens: nobody dies who is not there.
#pragma once
#include "core/random.hpp"
#include "world/world.hpp"

namespace forestall {

/// The civilians that the schedule is to kill in a member, as drawn; 0 where violence is
/// endogenous.
Persons scheduled_civilians(const World& world, const Luck& luck);

}  // namespace forestall
