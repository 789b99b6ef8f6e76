// SPDX-License-Identifier: Apache-2.0
// Mechanism: attention, in so far as the world is not busy elsewhere, becomes pressure on those who
// care. Reads: attention, sensitivity, levers; writes pressure, crowding. Source: salience and
// crowding out: Eisensee & Stromberg 2007; numbers by judgement. docs/mechanisms/pressure.md
#include <algorithm>

#include "core/math.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

struct Own {
    double weight;
    double news;
    double taken;
    double memory;
};

constexpr Parameters<Own> parameters{{
    {&Own::weight,
     ParameterSpec{"pressure.weight", "1", 0, 20, 2,
                   "pressure at full attention on a fully sensitive actor", "judgement", 'D'}},
    {&Own::news,
     ParameterSpec{"pressure.news", "1/d", 0, 1, 0.01,
                   "rate at which other crises take the world's attention", "judgement", 'D'}},
    {&Own::taken, ParameterSpec{"pressure.taken", "1", 0, 1, 0.6,
                                "share of attention that another crisis takes", "judgement", 'D'}},
    {&Own::memory, ParameterSpec{"pressure.memory", "d", 1, 3650, 45,
                                 "time in which another crisis fades to 1/e", "judgement", 'D'}},
}};

constexpr auto kNews = process("escalation.news");

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    s.crowding *= math::exp(-t.days / own.memory);
    Stream draw = t.luck.stream(kNews, 0, t.step);
    if (draw.uniform() < math::chance(own.news, t.days))
        s.crowding = std::max(s.crowding, own.taken);
    for (const ActorId a : ids<ActorId>(s.actors))
        s.pressure[a] = (1 - s.who[a].veto * s.backing[a]) *
                        (s.who[a].sensitivity * own.weight * s.attention * (1 - s.crowding) +
                         s.levers[lever<"pressure">][a]);
}

}  // namespace

extern const Mechanism mechanism_pressure;
const Mechanism mechanism_pressure{
    "pressure",
    "attention, in so far as the world is not busy elsewhere, becomes pressure on those who care",
    "salience and crowding out: Eisensee & Stromberg 2007; numbers by judgement", 85,
    acted_by<parameters, act>()};

}  // namespace forestall
