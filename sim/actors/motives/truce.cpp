// SPDX-License-Identifier: Apache-2.0
// Motive: talks and ceasefires bind, agreements more: against attacks on the other side, and
// against violence on its people. Reads: state of the dyad. Source: judgement; Beardsley 2008 on
// what holds; civilians under a truce: trial against the patterns (docs/adr/0021).
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double talks;
    double ceasefire;
    double agreement;
    double spares;
    double spares_more;
};

constexpr Parameters<Own> parameters{{
    {&Own::talks,
     ParameterSpec{"truce.talks", "1", 0, 10, 1.0, "log-odds against attack while talks go on",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::ceasefire,
     ParameterSpec{"truce.ceasefire", "1", 0, 15, 6,
                   "log-odds against attack and offensive under a ceasefire",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::agreement,
     ParameterSpec{"truce.agreement", "1", 0, 20, 8,
                   "log-odds against attack and offensive under an agreement",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::spares,
     ParameterSpec{"truce.spares", "1", 0, 10, 1.0,
                   "log-odds against violence on the other side's people under a ceasefire",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::spares_more,
     ParameterSpec{"truce.spares_more", "1", 0, 10, 2.0,
                   "log-odds against violence on the other side's people under an agreement",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
}};

double of_war(DyadState state, const Own& own) {
    switch (state) {
        case DyadState::talks:
            return own.talks;
        case DyadState::ceasefire:
            return own.ceasefire;
        case DyadState::agreement:
            return own.agreement;
        default:
            return 0;
    }
}

double of_people(DyadState state, const Own& own) {
    if (state == DyadState::ceasefire) return own.spares;
    return state == DyadState::agreement ? own.spares_more : 0;
}

double value(const Scene& s, const Choice& c, const Own& own, Ground* why) {
    if (c.action == Action::attack || c.action == Action::offensive) {
        const Dyad& dyad = s.dyad(c.actor, c.other);
        if (why != nullptr) *why = {dyad.event, c.other};
        return -of_war(dyad.state, own);
    }
    if (c.action != Action::selective && c.action != Action::mass && c.action != Action::campaign)
        return 0;
    double most = 0;
    for (const ActorId b : ids<ActorId>(s.actors)) {
        if (b == c.actor || s.who[b].claims[c.group] == 0) continue;
        const Dyad& dyad = s.dyad(c.actor, b);
        const double held = of_people(dyad.state, own);
        if (held <= most) continue;
        most = held;
        if (why != nullptr) *why = {dyad.event, b};
    }
    return -most;
}

}  // namespace

extern const Motive motive_truce;
const Motive motive_truce{
    "truce",
    "talks and ceasefires bind, agreements more: against attacks and against violence on the other "
    "side's people",
    "judgement; Beardsley 2008 on what holds", weighed_by<parameters, value>(),
    actions(
        {Action::attack, Action::selective, Action::mass, Action::offensive, Action::campaign})};

}  // namespace forestall
