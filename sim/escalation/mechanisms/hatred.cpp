// SPDX-License-Identifier: Apache-2.0
// Mechanism: animus towards a group grows with incitement and with wrongs done by those who speak
// for it, and fades. Reads: incitement, wrongs; writes animus. Source: judgement; Paluck 2009:
// norms move faster than beliefs. docs/mechanisms/hatred.md
#include <algorithm>

#include "core/math.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

struct Own {
    double returning;
    double incited;
    double wronged;
};

constexpr Parameters<Own> parameters{{
    {&Own::returning,
     ParameterSpec{"hatred.return", "1/d", 0, 1, 0.002,
                   "rate at which animus returns to its ground", "judgement", 'D'}},
    {&Own::incited, ParameterSpec{"hatred.incited", "1/d", 0, 1, 0.004,
                                  "rate of rise at full incitement", "judgement", 'D'}},
    {&Own::wronged, ParameterSpec{"hatred.wronged", "1/d", 0, 1, 0.003,
                                  "rate of rise per unit of wrong, at most one", "judgement", 'D'}},
}};

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    for (const ActorId a : ids<ActorId>(s.actors))
        for (const GroupId g : ids<GroupId>(s.groups)) {
            if (s.who[a].claims[g] != 0 || s.who[a].protects) continue;
            double wrong = 0;
            for (const ActorId b : ids<ActorId>(s.actors))
                for (const GroupId h : ids<GroupId>(s.groups))
                    if (s.who[b].claims[g] != 0 && s.who[a].claims[h] != 0)
                        wrong = std::max(wrong, s.wronged(b, h).value);
            double& x = s.animus(a, g);
            x += math::chance(own.returning, t.days) * (s.who[a].animus[g] - x);
            const double rate = own.incited * s.incitement[a] + own.wronged * std::min(1.0, wrong);
            x += (1 - x) * math::chance(rate * s.enemy_people(a, g), t.days);
        }
}

}  // namespace

extern const Mechanism mechanism_hatred;
const Mechanism mechanism_hatred{"hatred",
                                 "animus towards a group grows with incitement and with wrongs "
                                 "done by those who speak for it, and fades",
                                 "judgement; Paluck 2009: norms move faster than beliefs", 74,
                                 acted_by<parameters, act>()};

}  // namespace forestall
