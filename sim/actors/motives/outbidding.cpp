// SPDX-License-Identifier: Apache-2.0
// Motive: rival factions that claim the same people outdo each other.
// Reads: number of other armed actors that claim the actor's people. Source: Bloom 2004; Kydd &
// Walter 2006; support is mixed.
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double weight;
};

constexpr Parameters<Own> parameters{{
    {&Own::weight,
     ParameterSpec{"outbidding.weight", "1", 0, 5, 0.4,
                   "log-odds of attack, mass violence and campaign per rival faction, at most two",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    if (c.action != Action::attack && c.action != Action::mass && c.action != Action::campaign)
        return 0;
    int rivals = 0;
    for (const ActorId b : ids<ActorId>(s.actors)) {
        if (b == c.actor || s.force(b) == 0) continue;
        for (const GroupId g : ids<GroupId>(s.groups))
            if (s.who[c.actor].claims[g] != 0 && s.who[b].claims[g] != 0) {
                ++rivals;
                break;
            }
    }
    return own.weight * std::min(rivals, 2);
}

}  // namespace

extern const Motive motive_outbidding;
const Motive motive_outbidding{
    "outbidding", "rival factions that claim the same people outdo each other",
    "Bloom 2004; Kydd & Walter 2006; support is mixed", weighed_by<parameters, value>(),
    actions({Action::attack, Action::mass, Action::campaign})};

}  // namespace forestall
