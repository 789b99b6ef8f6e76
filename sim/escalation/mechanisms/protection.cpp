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
    double police;
};

constexpr Parameters<Own> parameters{{
    {&Own::troops, ParameterSpec{"protection.troops", "1", 0.1, 100, 4,
                                 "troops per 1,000 people at a place at which protection is 0.63",
                                 "judgement", 'D'}},
    {&Own::police,
     ParameterSpec{"protection.police", "1", 0, 100, 19,
                   "how many troops a police officer who patrols is worth to the "
                   "people there",
                   "Hultman, Kathman & Shannon 2013: one does what some 19 troops do", 'D'}},
}};

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        double people = 0;
        const double troops = s.protectors(p) + own.police * s.levers[lever<"police">][p];
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
