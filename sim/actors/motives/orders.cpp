// SPDX-License-Identifier: Apache-2.0
// Motive: an offensive or a campaign that leaders have ordered is carried out by those on the
// ground.
// Reads: weeks that an order still runs. Source: principal and agent: Mitchell 2004; judgement.
#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double attack;
    double mass;
};

constexpr Parameters<Own> parameters{{
    {&Own::attack,
     ParameterSpec{"orders.attack", "1", 0, 15, 5.0, "log-odds of attack while an offensive runs",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::mass,
     ParameterSpec{"orders.mass", "1", 0, 15, 4.5,
                   "log-odds of mass violence while a campaign runs",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground* why) {
    if (c.action == Action::attack) {
        const Memory& order = s.offensive(c.actor, c.other);
        if (why != nullptr) why->event = order.event;
        return order.value > 0 ? own.attack : 0;
    }
    if (c.action == Action::mass) {
        const Memory& order = s.campaign(c.actor, c.group);
        if (why != nullptr) why->event = order.event;
        return order.value > 0 ? own.mass : 0;
    }
    return 0;
}

}  // namespace

extern const Motive motive_orders;
const Motive motive_orders{
    "orders",
    "an offensive or a campaign that leaders have ordered is carried out by those on the ground",
    "principal and agent: Mitchell 2004; judgement", weighed_by<parameters, value>(),
    actions({Action::attack, Action::mass})};

}  // namespace forestall
