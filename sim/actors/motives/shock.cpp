// SPDX-License-Identifier: Apache-2.0
// Motive: a coup, a killed leader or a stolen election opens a window in which violence comes more
// easily. Reads: alarm of the actor after a trigger. Source: triggers: UN Framework of Analysis
// 2014, factor 8; coup attempts in the Early Warning Project's model.
#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double attack;
    double mass;
};

constexpr Parameters<Own> parameters{{
    {&Own::attack,
     ParameterSpec{"shock.attack", "1", 0, 15, 2.0,
                   "log-odds of attack and offensive at full shock",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::mass,
     ParameterSpec{"shock.mass", "1", 0, 15, 2.0,
                   "log-odds of mass violence and campaign at full shock against enemy people",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground* why) {
    const Memory& shock = s.shock[c.actor];
    if (why != nullptr) why->event = shock.ground();
    switch (c.action) {
        case Action::attack:
        case Action::offensive:
            return own.attack * shock.value;
        case Action::mass:
        case Action::campaign:
            return own.mass * shock.value * s.enemy_people(c.actor, c.group);
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_shock;
const Motive motive_shock{
    "shock",
    "a coup, a killed leader or a stolen election opens a window in which violence comes more "
    "easily",
    "triggers: UN Framework of Analysis 2014, factor 8; coup attempts in the Early Warning "
    "Project's model",
    weighed_by<parameters, value>(),
    actions({Action::attack, Action::mass, Action::offensive, Action::campaign})};

}  // namespace forestall
