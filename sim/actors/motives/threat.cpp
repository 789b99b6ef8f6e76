// SPDX-License-Identifier: Apache-2.0
// Motive: who feels outgunned arms, strikes first and turns on those taken for the enemy's people.
// Reads: threat of the actor, whose people a group are taken for. Source: security dilemma: Posen
// 1993; mass killing as counter-insurgency: Valentino, Huth & Balch-Lindsay 2004.
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double arm;
    double attack;
    double selective;
    double mass;
};

constexpr Parameters<Own> parameters{{
    {&Own::arm,
     ParameterSpec{"threat.arm", "1", 0, 10, 2.0, "log-odds of recruiting at full threat",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::attack,
     ParameterSpec{"threat.attack", "1", 0, 10, 1.5,
                   "log-odds of attack and offensive at full threat",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::selective,
     ParameterSpec{"threat.selective", "1", 0, 10, 2.0,
                   "log-odds of selective violence at full threat against enemy people",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::mass,
     ParameterSpec{"threat.mass", "1", 0, 15, 4.0,
                   "log-odds of mass violence and campaign at full threat against enemy people",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    const double threat = s.threat[c.actor];
    switch (c.action) {
        case Action::recruit:
            return own.arm * threat;
        case Action::attack:
        case Action::offensive:
            return own.attack * threat * std::max(0.0, -s.relation(c.actor, c.other));
        case Action::selective:
            return own.selective * threat * s.enemy_people(c.actor, c.group);
        case Action::mass:
        case Action::campaign:
            return own.mass * threat * s.enemy_people(c.actor, c.group);
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_threat;
const Motive motive_threat{
    "threat",
    "who feels outgunned arms, strikes first and turns on those taken for the enemy's people",
    "security dilemma: Posen 1993; mass killing as counter-insurgency: Valentino, Huth & "
    "Balch-Lindsay 2004",
    weighed_by<parameters, value>(),
    actions({Action::attack, Action::selective, Action::mass, Action::recruit, Action::offensive,
             Action::campaign})};

}  // namespace forestall
