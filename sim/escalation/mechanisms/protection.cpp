// SPDX-License-Identifier: Apache-2.0
// Mechanism: those whose mandate is to protect guard the people around them, the better the more
// they are. Reads: fighters of actors with that mandate, people; writes protection. Source:
// Hultman, Kathman & Shannon 2013: killings fall with the number of troops; shape by judgement.
// docs/mechanisms/protection.md
#include "core/math.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

struct Own {
    double troops;
};

constexpr Parameters<Own> parameters{{
    {&Own::troops, ParameterSpec{"protection.troops", "1", 0.1, 100, 4,
                                 "troops per 1,000 people at a place at which protection is 0.63",
                                 "judgement", 'D'}},
}};

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        double troops = 0, people = 0;
        for (const ActorId a : ids<ActorId>(s.actors))
            if (s.who[a].protects) troops += real(s.fighters(a, p));
        for (const GroupId g : ids<GroupId>(s.groups)) people += real(s.present(p, g));
        s.protection[p] =
            troops > 0 ? -math::expm1(-troops / (own.troops * (people / 1000 + 0.1))) : 0;
    }
}

}  // namespace

extern const Mechanism mechanism_protection;
const Mechanism mechanism_protection{
    "protection",
    "those whose mandate is to protect guard the people around them, the better the more they are",
    "Hultman, Kathman & Shannon 2013: killings fall with the number of troops; shape by judgement",
    12, acted_by<parameters, act>()};

}  // namespace forestall
