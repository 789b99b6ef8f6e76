// SPDX-License-Identifier: Apache-2.0
// Motive: an actor whose rival is growing cannot trust a deal, and fights before it is too late.
// Reads: threat now against its half-year mean, guarantees. Source: commitment failure: Fearon
// 1995, Powell 2006; guarantors: Walter 1997.
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double war;
    double distrust;
};

constexpr Parameters<Own> parameters{{
    {&Own::war,
     ParameterSpec{"commitment.war", "1", 0, 40, 8.0,
                   "log-odds of attack and offensive per unit of threat above its mean",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::distrust,
     ParameterSpec{"commitment.distrust", "1", 0, 40, 6.0,
                   "log-odds against talks, and for walking out, per unit of threat above its mean",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    const double shift = std::max(0.0, s.threat[c.actor] - s.threat_mean[c.actor]) *
                         (1 - s.levers[lever<"guarantee">]);
    switch (c.action) {
        case Action::attack:
        case Action::offensive:
            return own.war * shift * std::max(0.0, -s.relation(c.actor, c.other));
        case Action::talk:
            return -own.distrust * shift;
        case Action::walk_out:
            return own.distrust * shift;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_commitment;
const Motive motive_commitment{
    "commitment",
    "an actor whose rival is growing cannot trust a deal, and fights before it is too late",
    "commitment failure: Fearon 1995, Powell 2006; guarantors: Walter 1997",
    weighed_by<parameters, value>(),
    actions({Action::attack, Action::offensive, Action::talk, Action::walk_out})};

}  // namespace forestall
