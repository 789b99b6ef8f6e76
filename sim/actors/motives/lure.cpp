// SPDX-License-Identifier: Apache-2.0
// Motive: what there is to be had at a place, goods or people gathered there, draws attackers.
// Reads: levers on the place. Source: Wood & Sullivan 2015 (rebels attack civilians where aid is
// concentrated, the state's effect is weak); Wood & Molfino 2016 (and clash there with the
// government).
#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double state;
    double battle;
};

constexpr Parameters<Own> parameters{{
    {&Own::state, ParameterSpec{"lure.state", "1", 0, 1, 0.2,
                                "share of the pull that works on government and its forces",
                                "Wood & Sullivan 2015: weak; size by judgement", 'D'}},
    {&Own::battle, ParameterSpec{"lure.battle", "1", 0, 1, 0.35,
                                 "share of the pull that works for attack on other fighters there",
                                 "Wood & Molfino 2016; size by judgement", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    const double pull = s.levers[lever<"lure">][c.place] * (s.state(c.actor) ? own.state : 1);
    switch (c.action) {
        case Action::selective:
        case Action::mass:
            return pull;
        case Action::attack:
            return own.battle * pull;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_lure;
const Motive motive_lure{
    "lure", "what there is to be had at a place, goods or people gathered there, draws attackers",
    "Wood & Sullivan 2015; Wood & Molfino 2016; sizes by judgement",
    weighed_by<parameters, value>(), actions({Action::attack, Action::selective, Action::mass})};

}  // namespace forestall
