// SPDX-License-Identifier: Apache-2.0
// Motive: blood of one's own calls for blood of those who are held guilty.
// Reads: deaths among the actor's people by actors that speak for others, deaths of its fighters.
// Source: tit for tat: O'Loughlin & Witmer 2012; self-excitation for 2 to 6 weeks: Lewis et al.
// 2012.
#include <algorithm>

#include "actors/choice.hpp"
#include "core/math.hpp"

namespace forestall {
namespace {

struct Own {
    double mass;
    double local;
    double attack;
};

constexpr Parameters<Own> parameters{{
    {&Own::mass,
     ParameterSpec{
         "revenge.mass", "1", 0, 15, 2.5,
         "log-odds of mass violence and campaign at much wrong done by the group's actors",
         "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::local,
     ParameterSpec{"revenge.local", "1", 0, 15, 2.0,
                   "log-odds of mass violence at much injury to own people at the place",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::attack,
     ParameterSpec{"revenge.attack", "1", 0, 15, 3.0,
                   "log-odds of attack after many attacks suffered from the actor",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground* why) {
    if (c.action == Action::attack || c.action == Action::offensive) {
        const Memory& blow = s.attacked(c.actor, c.other);
        if (why != nullptr) *why = {blow.ground(), c.other};
        return own.attack * -math::expm1(-blow.value);
    }
    if (c.action != Action::mass && c.action != Action::campaign) return 0;
    if (s.who[c.actor].claims[c.group] != 0) return 0;
    double wrong = 0, near = 0;
    Ground of_wrong, of_near;
    for (const GroupId g : ids<GroupId>(s.groups)) {
        if (s.who[c.actor].claims[g] == 0) continue;
        for (const ActorId b : ids<ActorId>(s.actors)) {
            if (s.who[b].claims[c.group] == 0) continue;
            const Memory& w = s.wronged(b, g);
            if (w.value > wrong) of_wrong = {w.ground(), b};
            wrong = std::max(wrong, w.value);
        }
        if (c.action == Action::mass) {
            const Memory& i = s.injury(c.place, g);
            if (i.value > near) of_near = {i.ground()};
            near = std::max(near, i.value);
        }
    }
    const double far = own.mass * -math::expm1(-wrong), here = own.local * -math::expm1(-near);
    if (why != nullptr) *why = far >= here ? of_wrong : of_near;
    return far + here;
}

}  // namespace

extern const Motive motive_revenge;
const Motive motive_revenge{
    "revenge", "blood of one's own calls for blood of those who are held guilty",
    "tit for tat: O'Loughlin & Witmer 2012; self-excitation for 2 to 6 weeks: Lewis et al. 2012",
    weighed_by<parameters, value>(),
    actions({Action::attack, Action::mass, Action::offensive, Action::campaign})};

}  // namespace forestall
