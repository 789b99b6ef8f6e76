// SPDX-License-Identifier: Apache-2.0
// Rule: how actors come to be and pass into others. One that is founded is joined by those who are
// its members; one that passes into another brings its men, its income and what it holds. Writes
// units, income, control, dyads and the log. docs/mechanisms/founding.md
#pragma once
#include <string_view>

#include "escalation/mechanism.hpp"

namespace forestall {

/// Why an actor comes to be: an earlier event and who did it, or none.
struct Occasion {
    std::string_view manner;
    std::int32_t event = -1;
    ActorId by = none<ActorId>();
};

/// Has a latent actor come to be, and its members join it; without effect on one that is there.
/// Returns the number of the event; -1: cut out, or there already.
std::int32_t found(Turn& turn, ActorId actor, const Occasion& occasion);

/// Moves all that is left of the first to the second: men, income, control, orders.
void pass_into(Turn& turn, ActorId from, ActorId to);

/// The actor has no part in the war any more: no orders, no dyads that go on.
void leave_war(Scene& scene, ActorId actor);

}  // namespace forestall
