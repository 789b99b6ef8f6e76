// SPDX-License-Identifier: Apache-2.0
#include "escalation/founding.hpp"

#include "escalation/strike.hpp"

namespace forestall {
namespace {

std::int32_t tell(Turn& t, EventKind kind, std::string_view manner, ActorId actor, ActorId other,
                  const Occasion& occasion) {
    Event event;
    event.kind = kind;
    event.manner = manner;
    event.actor = actor;
    event.opponent = other;
    Decision because;
    because.probability = -1;
    if (t.record && occasion.event >= 0)
        because.reasons = {{"follows", 1, {occasion.event, occasion.by}}};
    return note(t, std::move(event), &because);
}

}  // namespace

std::int32_t found(Turn& t, ActorId a, const Occasion& occasion) {
    Scene& s = t.scene;
    if (s.career[a].there) return -1;
    const std::int32_t number =
        tell(t, EventKind::founding, occasion.manner, a, occasion.by, occasion);
    if (number < 0) return -1;
    s.career[a].there = true;
    for (const ActorId member : ids<ActorId>(s.actors)) {
        if (t.world.at(member).joins != a || s.force(member) == 0) continue;
        if (tell(t, EventKind::merger, "", member, a, {"", number, a}) < 0) continue;
        pass_into(t, member, a);
    }
    return number;
}

void pass_into(Turn& t, ActorId from, ActorId to) {
    Scene& s = t.scene;
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        auto& units = s.units(from, p);
        auto& there = s.units(to, p);
        there.insert(there.end(), units.begin(), units.end());
        units.clear();
        s.control(p, to) += s.control(p, from);
        s.control(p, from) = 0;
        s.held_then(p, to) += s.held_then(p, from);
        s.held_then(p, from) = 0;
    }
    s.income[to] += s.income[from];
    s.income[from] = 0;
    s.held_at_start[to] += s.held_at_start[from];
    s.held_at_start[from] = 0;
    for (const GroupId g : ids<GroupId>(s.groups)) {
        const Memory& wrong = s.wronged(from, g);
        if (wrong.value > s.wronged(to, g).value) s.wronged(to, g) = wrong;
        s.wronged(from, g) = {};
    }
    s.recount();
    s.career[from].there = false;
    leave_war(s, from);
}

void leave_war(Scene& s, ActorId a) {
    for (Memory& order : s.campaign.row(a)) order = {};
    for (const ActorId b : ids<ActorId>(s.actors)) {
        s.offensive(a, b) = s.offensive(b, a) = {};
        if (b != a) s.dyad(a, b) = {};
    }
    s.career[a].siege = 0;
    s.threat[a] = s.threat_mean[a] = 0;
}

}  // namespace forestall
