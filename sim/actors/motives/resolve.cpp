// SPDX-License-Identifier: Apache-2.0
// Motive: the resolute fight on and do not talk.
// Reads: resolve of the actor. Source: judgement.
#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double war;
    double talk;
};

constexpr Parameters<Own> parameters{{
    {&Own::war,
     ParameterSpec{"resolve.war", "1", 0, 10, 1.0,
                   "log-odds of attack and offensive per unit of resolve above one half",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::talk,
     ParameterSpec{"resolve.talk", "1", 0, 10, 2.0,
                   "log-odds against offering talks per unit of resolve above one half",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    const double will = s.who[c.actor].resolve + s.levers[lever<"resolve">][c.actor] - 0.5;
    switch (c.action) {
        case Action::attack:
        case Action::offensive:
            return own.war * will;
        case Action::talk:
            return -own.talk * will;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_resolve;
const Motive motive_resolve{"resolve", "the resolute fight on and do not talk", "judgement",
                            weighed_by<parameters, value>(),
                            actions({Action::attack, Action::offensive, Action::talk})};

}  // namespace forestall
