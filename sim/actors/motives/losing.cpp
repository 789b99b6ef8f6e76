// SPDX-License-Identifier: Apache-2.0
// Motive: who loses ground turns on civilians.
// Reads: ground and fighters lost lately. Source: Hultman 2007; Wood 2010: weakened actors kill
// more civilians.
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double mass;
    double selective;
    double talk;
};

constexpr Parameters<Own> parameters{{
    {&Own::mass,
     ParameterSpec{"losing.mass", "1", 0, 15, 2.5,
                   "log-odds of mass violence and campaign when losing fully",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::selective,
     ParameterSpec{"losing.selective", "1", 0, 10, 1.0,
                   "log-odds of selective violence when losing fully",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::talk,
     ParameterSpec{"losing.talk", "1", 0, 10, 1.0, "log-odds of offering talks when losing fully",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground* why) {
    const Memory& losing = s.losing[c.actor];
    if (why != nullptr) why->event = losing.ground();
    switch (c.action) {
        case Action::mass:
        case Action::campaign:
            return own.mass * losing.value * std::max(0.25, s.enemy_people(c.actor, c.group));
        case Action::selective:
            return own.selective * losing.value * s.enemy_people(c.actor, c.group);
        case Action::talk:
            return own.talk * losing.value;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_losing;
const Motive motive_losing{
    "losing", "who loses ground turns on civilians",
    "Hultman 2007; Wood 2010: weakened actors kill more civilians", weighed_by<parameters, value>(),
    actions({Action::selective, Action::mass, Action::campaign, Action::talk})};

}  // namespace forestall
