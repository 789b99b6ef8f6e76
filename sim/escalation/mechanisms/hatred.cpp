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
    for (std::size_t a = 0; a < s.actors; ++a)
        for (std::size_t g = 0; g < s.groups; ++g) {
            if (s.who[a].claims[g] != 0 || s.who[a].protects) continue;
            double wrong = 0;
            for (std::size_t b = 0; b < s.actors; ++b)
                for (std::size_t h = 0; h < s.groups; ++h)
                    if (s.who[b].claims[g] != 0 && s.who[a].claims[h] != 0)
                        wrong = std::max(wrong, s.wronged[s.ag(b, h)].value);
            double& x = s.animus[s.ag(a, g)];
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
