// SPDX-License-Identifier: Apache-2.0
// Mechanism: what an actor earns against what its fighters cost; who is not paid leaves.
// Reads: income, what a patron gives, control, fighters; writes supply, fighters. Source:
// judgement; feasibility of rebellion: Collier & Hoeffler 2004. docs/mechanisms/supply.md
#include <algorithm>

#include "actors/units.hpp"
#include "core/math.hpp"
#include "core/samplers.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

struct Own {
    double taxes;
    double lag;
    double desertion;
};

constexpr Parameters<Own> parameters{{
    {&Own::taxes,
     ParameterSpec{"supply.taxes", "1", 0, 100, 0.5,
                   "fighters that 1,000 people under control pay for", "judgement", 'D'}},
    {&Own::lag, ParameterSpec{"supply.lag", "d", 1, 365, 42,
                              "time in which supply closes 0.63 of its gap", "judgement", 'D'}},
    {&Own::desertion,
     ParameterSpec{"supply.desertion", "1/d", 0, 1, 0.008,
                   "rate at which fighters leave when nothing is supplied", "judgement", 'D'}},
}};

constexpr auto kDesert = process("escalation.desert");

/// What the patron gives: money and arms, so what takes of its money or its arms takes of this.
double given(const Scene& s, ActorId a) {
    const ActorId patron = s.who[a].patron;
    if (patron == none<ActorId>()) return 0;
    return s.who[a].support * s.backing[a] * s.levers[lever<"income">][patron] *
           s.levers[lever<"arms">][patron];
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    const double closing = math::chance(1 / own.lag, t.days);
    for (const ActorId a : ids<ActorId>(s.actors)) {
        const auto force = real(s.force(a));
        if (force <= 0 || s.who[a].protects) continue;
        const double gain = own.taxes * (s.held(a) - s.held_at_start[a]) * real(s.people) / 1000;
        const double income =
            (std::max(0.0, s.income[a] + gain) + given(s, a)) * s.levers[lever<"income">][a];
        s.supply[a] += closing * (std::min(2.0, income / force) - s.supply[a]);
        const double rate =
            own.desertion * std::max(0.0, 1 - s.supply[a]) + s.levers[lever<"desertion">][a] / 7;
        if (rate <= 0) continue;
        for (const PlaceId p : ids<PlaceId>(s.places)) {
            if (s.fighters(a, p) == 0) continue;
            Stream draw = t.luck.stream(kDesert, t.address_at(a, p), t.step);
            const Persons n = sample::binomial(draw, s.fighters(a, p), math::chance(rate, t.days));
            take_fighters(s.units(a, p), n, draw);
        }
    }
    s.recount();
}

}  // namespace

extern const Mechanism mechanism_supply;
const Mechanism mechanism_supply{
    "supply", "what an actor earns against what its fighters cost; who is not paid leaves",
    "judgement; feasibility of rebellion: Collier & Hoeffler 2004", 70,
    acted_by<parameters, act>()};

}  // namespace forestall
