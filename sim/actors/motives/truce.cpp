// SPDX-License-Identifier: Apache-2.0
// Motive: talks and ceasefires bind, agreements more.
// Reads: state of the dyad. Source: judgement; Beardsley 2008 on what holds.
#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double talks;
    double ceasefire;
    double agreement;
};

constexpr Parameters<Own> parameters{{
    {&Own::talks,
     ParameterSpec{"truce.talks", "1", 0, 10, 1.0, "log-odds against attack while talks go on",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::ceasefire,
     ParameterSpec{"truce.ceasefire", "1", 0, 15, 4.0,
                   "log-odds against attack and offensive under a ceasefire",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::agreement,
     ParameterSpec{"truce.agreement", "1", 0, 20, 6.0,
                   "log-odds against attack and offensive under an agreement",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground* why) {
    if (c.action != Action::attack && c.action != Action::offensive) return 0;
    const Dyad& dyad = s.dyad(c.actor, c.other);
    if (why != nullptr) *why = {dyad.event, c.other};
    switch (dyad.state) {
        case DyadState::talks:
            return -own.talks;
        case DyadState::ceasefire:
            return -own.ceasefire;
        case DyadState::agreement:
            return -own.agreement;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_truce;
const Motive motive_truce{"truce", "talks and ceasefires bind, agreements more",
                          "judgement; Beardsley 2008 on what holds",
                          weighed_by<parameters, value>(),
                          actions({Action::attack, Action::offensive})};

}  // namespace forestall
