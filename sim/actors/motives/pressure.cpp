// SPDX-License-Identifier: Apache-2.0
// Motive: what it costs abroad to be seen killing holds back, in so far as the actor cares.
// Reads: outside pressure on the actor (attention, partners). Source: DeMeritt 2012; Krain 2012;
// sensitivity differs by actor.
#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double civilians;
    double war;
    double talk;
};

constexpr Parameters<Own> parameters{{
    {&Own::civilians,
     ParameterSpec{"pressure.civilians", "1", 0, 20, 4.0,
                   "log-odds against mass violence and campaign per unit of pressure; half as much "
                   "against selective violence",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::war,
     ParameterSpec{"pressure.war", "1", 0, 10, 1.0,
                   "log-odds against attack and offensive per unit of pressure",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::talk,
     ParameterSpec{"pressure.talk", "1", 0, 10, 1.5,
                   "log-odds of offering talks per unit of pressure",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    const double pressure = s.pressure[c.actor];
    switch (c.action) {
        case Action::mass:
        case Action::campaign:
            return -own.civilians * pressure;
        case Action::selective:
            return -own.civilians / 2 * pressure;
        case Action::attack:
        case Action::offensive:
            return -own.war * pressure;
        case Action::talk:
            return own.talk * pressure;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_pressure;
const Motive motive_pressure{
    "pressure", "what it costs abroad to be seen killing holds back, in so far as the actor cares",
    "DeMeritt 2012; Krain 2012; sensitivity differs by actor", weighed_by<parameters, value>(),
    actions({Action::attack, Action::selective, Action::mass, Action::offensive, Action::campaign,
             Action::talk})};

}  // namespace forestall
