// SPDX-License-Identifier: Apache-2.0
// Mechanism: a patron backs its client as long as it is there, the less the more it is pressed
// itself; who has lost a sanctuary abroad comes back over the border. Reads: who is there,
// pressure; writes backing, units. What backing does: supply, pressure, march, battles, control and
// what commanders may do. Source: sanctuaries: Salehyan 2009; sponsors: Salehyan, Siroky & Wood
// 2014; form by judgement. docs/mechanisms/patronage.md
#include <algorithm>

#include "escalation/mechanism.hpp"
#include "world/roads.hpp"

namespace forestall {
namespace {

/// Men abroad who are not welcome any more go to the next place at home, where their own hold most.
void send_back(Turn& t, ActorId a, PlaceId p) {
    Scene& s = t.scene;
    PlaceId best = none<PlaceId>();
    for (const Roads::Neighbour& near : t.world.roads().next_to(p))
        if (best == none<PlaceId>() || s.control(near.place, a) > s.control(best, a))
            best = near.place;
    if (best == none<PlaceId>()) return;
    auto& from = s.units(a, p);
    auto& to = s.units(a, best);
    to.insert(to.end(), from.begin(), from.end());
    from.clear();
    s.recount(a, p);
    s.recount(a, best);
}

void act(Turn& t) {
    Scene& s = t.scene;
    for (const ActorId a : ids<ActorId>(s.actors)) {
        const ActorId patron = s.who[a].patron;
        if (patron == none<ActorId>()) continue;
        const double given = std::clamp(1 - s.pressure[patron], 0.0, 1.0);
        s.backing[a] = s.career[patron].there ? given : 0;
    }
    for (const Sanctuary& x : s.sanctuaries)
        for (const ActorId a : ids<ActorId>(s.actors))
            if (x.abroad && s.fighters(a, x.place) > 0 && !s.who[a].protects &&
                !s.sheltered(a, x.place))
                send_back(t, a, x.place);
}

}  // namespace

extern const Mechanism mechanism_patronage;
const Mechanism mechanism_patronage{
    "patronage",
    "patrons back their clients with means, sanctuary and a veto, the less the more they are "
    "pressed themselves",
    "sanctuaries: Salehyan 2009; sponsors: Salehyan, Siroky & Wood 2014; form by judgement", 13,
    acted_by<act>()};

}  // namespace forestall
