// SPDX-License-Identifier: Apache-2.0
// Mechanism: actors see each other's strength late and through noise, and feel threatened by what
// they see. Reads: fighters, supply, relations, mobilised people; writes belief, threat. Source:
// Posen 1993; Cartwright & Harary
// 1956. docs/mechanisms/perception.md
#include "actors/perception.hpp"

#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

void act(Turn& t, const PerceptionParameters& own) {
    perceive(t.scene, t.world, t.luck, t.step, t.days, own);
}

}  // namespace

extern const Mechanism mechanism_perception;
const Mechanism mechanism_perception{
    "perception",
    "actors see each other's strength late and through noise, and feel threatened by what they see",
    "Posen 1993; Cartwright & Harary 1956", 15, acted_by<perception_parameters, act>()};

}  // namespace forestall
