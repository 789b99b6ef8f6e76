// SPDX-License-Identifier: Apache-2.0
// Runs of reference models (world/reference.hpp): a cycle is a step of one day.
#pragma once
#include "engine/engine.hpp"

namespace forestall {

/// One member of a world whose settings name a reference model. Series: `mobilised` active people,
/// `detained` those in jail, `civilian_deaths` killed in the cycle; all others 0. Detail: one
/// place, `settled` persons alive by group; an event `extinction` (target: the group) when the last
/// of a group is dead.
MemberOutcome run_reference(const World& world, const RunRequest& request);

}  // namespace forestall
