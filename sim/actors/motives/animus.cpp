// SPDX-License-Identifier: Apache-2.0
// Motive: hatred of a group, fanned by incitement, favours violence against it.
// Reads: animus of the actor, incitement among those it speaks for. Source: exclusionary ideology:
// Harff 2003, Straus 2015; incitement: Yanagizawa-Drott 2014.
#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double mass;
    double selective;
    double incited;
};

constexpr Parameters<Own> parameters{{
    {&Own::mass,
     ParameterSpec{"animus.mass", "1", 0, 15, 3.0,
                   "log-odds of mass violence and campaign at full animus",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::selective,
     ParameterSpec{"animus.selective", "1", 0, 10, 1.0,
                   "log-odds of selective violence at full animus",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::incited,
     ParameterSpec{"animus.incited", "1", 0, 10, 1.5,
                   "log-odds of mass violence and campaign at full incitement by the actor",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    if (s.who[c.actor].claims[c.group] != 0) return 0;
    const double animus = s.animus(c.actor, c.group);
    switch (c.action) {
        case Action::mass:
        case Action::campaign:
            return own.mass * animus + own.incited * s.incitement[c.actor] * animus;
        case Action::selective:
            return own.selective * animus;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_animus;
const Motive motive_animus{
    "animus", "hatred of a group, fanned by incitement, favours violence against it",
    "exclusionary ideology: Harff 2003, Straus 2015; incitement: Yanagizawa-Drott 2014",
    weighed_by<parameters, value>(), actions({Action::selective, Action::mass, Action::campaign})};

}  // namespace forestall
