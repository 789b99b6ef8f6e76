// SPDX-License-Identifier: Apache-2.0
// Mechanism: control of a place follows who stands there and whom its people accept; ground lost is
// felt. Reads: fighters, legitimacy, people; writes control, losing, progress of dyads. Source:
// Kalyvas 2006: control follows from presence; numbers by judgement. docs/mechanisms/control.md
#include <algorithm>

#include "core/math.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

struct Own {
    double pace;
    double nobody;
    double felt;
};

constexpr Parameters<Own> parameters{{
    {&Own::pace, ParameterSpec{"control.pace", "1/d", 0, 1, 0.01,
                               "rate at which control follows presence", "judgement", 'D'}},
    {&Own::nobody, ParameterSpec{"control.nobody", "1", 0, 10000, 15,
                                 "fighters' worth of nobody's rule at a place", "judgement", 'D'}},
    {&Own::felt,
     ParameterSpec{"control.felt", "1", 0, 20, 2,
                   "how much a share of ground lost counts as losing", "judgement", 'D'}},
}};

/// Protectors rule nothing, nor does who stands in a sanctuary of its enemy.
double standing(const Scene& s, ActorId a, PlaceId p) {
    if (s.who[a].protects || s.closed(a, p)) return 0;
    double liked = 0, all = 0;
    for (const GroupId g : ids<GroupId>(s.groups)) {
        const auto n = real(s.present(p, g));
        liked += n * s.legitimacy(a, g);
        all += n;
    }
    return real(s.fighters(a, p)) * (0.5 + (all > 0 ? liked / all : 0));
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    Table<ActorId, double> before(s.actors);
    for (const ActorId a : ids<ActorId>(s.actors)) before[a] = s.held(a);
    const double closing = math::chance(own.pace, t.days);
    Table<ActorId, double> weight(s.actors);
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        double sum = 0;
        for (const ActorId a : ids<ActorId>(s.actors)) sum += weight[a] = standing(s, a, p);
        if (sum <= 0) continue;
        for (const ActorId a : ids<ActorId>(s.actors)) {
            double& share = s.control(p, a);
            share += closing * (weight[a] / (sum + own.nobody) - share);
        }
    }
    for (const ActorId a : ids<ActorId>(s.actors)) {
        const double lost = before[a] - s.held(a);
        if (lost > 0 && before[a] > 0) s.losing[a].add(own.felt * lost / (before[a] + 0.02), -1);
        s.losing[a].value = std::min(1.0, s.losing[a].value);
    }
}

}  // namespace

extern const Mechanism mechanism_control;
const Mechanism mechanism_control{
    "control",
    "control of a place follows who stands there and whom its people accept; ground lost is felt",
    "Kalyvas 2006: control follows from presence; numbers by judgement", 65,
    acted_by<parameters, act>()};

}  // namespace forestall
