// SPDX-License-Identifier: Apache-2.0
// Lever: rate ratio of an actor's attacks and offensives.
#include "interventions/lever.hpp"

namespace forestall {
namespace {

void apply(Levers& l, std::size_t i, double x) { l.attack_cost[i] -= x; }

}  // namespace

extern const Lever lever_battle_rate;
const Lever lever_battle_rate{"battle_rate",
                              "rate ratio of an actor's attacks and offensives",
                              TargetKind::actor,
                              LeverScale::factor,
                              0.05,
                              10,
                              apply};

}  // namespace forestall
