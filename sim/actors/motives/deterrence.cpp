// SPDX-License-Identifier: Apache-2.0
// Motive: costs that partners attach to one kind of act.
// Reads: levers on the actor. Source: levers of interventions; none at rest.
#include "actors/choice.hpp"

namespace forestall {
namespace {

double value(const Scene& s, const Choice& c, Ground*) {
    switch (c.action) {
        case Action::mass:
        case Action::campaign:
            return s.levers[lever<"mass_rate">][c.actor];
        case Action::selective:
        case Action::repress:
            return s.levers[lever<"selective_rate">][c.actor];
        case Action::attack:
        case Action::offensive:
            return s.levers[lever<"battle_rate">][c.actor];
        case Action::talk:
            return s.levers[lever<"talk">][c.actor];
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_deterrence;
const Motive motive_deterrence{
    "deterrence", "costs that partners attach to one kind of act",
    "levers of interventions; none at rest", weighed_by<value>(),
    actions({Action::attack, Action::repress, Action::selective, Action::mass, Action::offensive,
             Action::campaign, Action::talk})};

}  // namespace forestall
