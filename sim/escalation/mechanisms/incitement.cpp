// SPDX-License-Identifier: Apache-2.0
// Mechanism: who is threatened, losing or shocked incites the people it speaks for, as its
// readiness allows. Reads: threat, losing, shock, agitation; writes incitement. Source:
// Yanagizawa-Drott 2014: broadcasts caused about a tenth of the violence in Rwanda; Snyder 2000;
// numbers by judgement. docs/mechanisms/incitement.md
#include <algorithm>

#include "core/math.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

struct Own {
    double gain;
    double memory;
};

constexpr Parameters<Own> parameters{{
    {&Own::gain,
     ParameterSpec{"incitement.gain", "1/d", 0, 1, 0.01,
                   "rate of rise at full agitation and full provocation", "judgement", 'D'}},
    {&Own::memory, ParameterSpec{"incitement.memory", "d", 1, 3650, 60,
                                 "time in which incitement falls to 1/e", "judgement", 'D'}},
}};

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    for (const ActorId a : ids<ActorId>(s.actors)) {
        const double provoked =
            std::min(1.0, s.threat[a] * s.threat[a] + s.losing[a].value + s.shock[a].value);
        const double rise = math::chance(
            own.gain * s.who[a].agitation * provoked * s.levers[lever<"incitement">][a], t.days);
        s.incitement[a] *= math::exp(-t.days / own.memory);
        s.incitement[a] += (1 - s.incitement[a]) * rise;
    }
}

}  // namespace

extern const Mechanism mechanism_incitement;
const Mechanism mechanism_incitement{"incitement",
                                     "who is threatened, losing or shocked incites the people it "
                                     "speaks for, as its readiness allows",
                                     "Yanagizawa-Drott 2014: broadcasts caused about a tenth of "
                                     "the violence in Rwanda; Snyder 2000; numbers by "
                                     "judgement",
                                     72, acted_by<parameters, act>()};

}  // namespace forestall
