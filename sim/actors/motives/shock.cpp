// SPDX-License-Identifier: Apache-2.0
// Motive: a coup, a killed leader or a stolen election opens a window in which violence comes more
// easily. Reads: alarm of the actor after a trigger. Source: triggers: UN Framework of Analysis
// 2014, factor 8; coup attempts in the Early Warning Project's model.
#include <algorithm>
#include <array>
#include <iterator>

#include "actors/choice.hpp"

namespace forestall {
namespace {

constexpr std::array parameters = {
    ParameterSpec{"shock.attack", "1", 0, 15, 2.0, "log-odds of attack and offensive at full shock",
                  "calibration on base rates and stylised facts (docs/validation.md)", 'D'},
    ParameterSpec{"shock.mass", "1", 0, 15, 2.0,
                  "log-odds of mass violence and campaign at full shock against enemy people",
                  "calibration on base rates and stylised facts (docs/validation.md)", 'D'},
};

double value(const Scene& s, const Choice& c, std::span<const double> own, Ground* why) {
    const Memory& shock = s.shock[c.actor];
    if (why != nullptr) why->event = shock.ground();
    switch (c.action) {
        case Action::attack:
        case Action::offensive:
            return own[0] * shock.value;
        case Action::mass:
        case Action::campaign:
            return own[1] * shock.value * s.enemy_people(c.actor, c.group);
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
    parameters,
    value,
    actions({Action::attack, Action::mass, Action::offensive, Action::campaign})};

}  // namespace forestall
