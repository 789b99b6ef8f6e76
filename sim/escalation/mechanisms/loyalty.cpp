// SPDX-License-Identifier: Apache-2.0
// Mechanism: killing a group's people costs their esteem; esteem comes back slowly to what it was.
// Reads: deaths by actor and group; writes legitimacy. Source: cost of indiscriminate violence:
// Kalyvas 2006; contested. docs/mechanisms/loyalty.md
#include <algorithm>

#include "core/math.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

struct Own {
    double returning;
    double loss;
};

constexpr Parameters<Own> parameters{{
    {&Own::returning,
     ParameterSpec{"loyalty.return", "1/d", 0, 1, 0.0015,
                   "rate at which legitimacy returns to its ground", "judgement", 'D'}},
    {&Own::loss, ParameterSpec{"loyalty.loss", "1", 0, 1, 0.04,
                               "share of legitimacy lost with a group per unit of the log of one "
                               "and its dead in the step",
                               "judgement", 'D'}},
}};

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    const double back = math::chance(own.returning, t.days);
    for (const ActorId a : ids<ActorId>(s.actors))
        for (const GroupId g : ids<GroupId>(s.groups)) {
            double& l = s.legitimacy(a, g);
            l += back * (s.who[a].legitimacy[g] - l);
        }
    for (const Event& e : t.events) {
        if (e.actor == none<ActorId>() || e.target == none<GroupId>() || e.civilian_deaths == 0)
            continue;
        double& l = s.legitimacy(e.actor, e.target);
        l *= 1 - std::min(0.5, own.loss * math::log1p(real(e.civilian_deaths)));
    }
}

}  // namespace

extern const Mechanism mechanism_loyalty;
const Mechanism mechanism_loyalty{
    "loyalty",
    "killing a group's people costs their esteem; esteem comes back slowly to what it was",
    "cost of indiscriminate violence: Kalyvas 2006; contested", 68, acted_by<parameters, act>()};

}  // namespace forestall
