// SPDX-License-Identifier: Apache-2.0
// Mechanism: talks lead to a ceasefire or fail, a ceasefire to an agreement or a relapse;
// guarantors and troops that protect help, spoilers and a shifting balance break. Reads: dyads,
// threat, other actors' attacks, protectors, levers; writes dyads. Source: Zartman 2000; Walter
// 1997; Stedman 1997; mediation: Regan & Aydin 2006, Beardsley 2008; numbers by judgement.
// docs/mechanisms/talks.md
#include <algorithm>

#include "core/math.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/strike.hpp"

namespace forestall {
namespace {

struct Own {
    double ceasefire;
    double collapse;
    double agreement;
    double relapse;
    double shift;
    double spoiler;
    double quiet;
    double breach;
    double watched;
};

constexpr Parameters<Own> parameters{{
    {&Own::ceasefire, ParameterSpec{"talks.ceasefire", "1/d", 0, 1, 0.006,
                                    "rate at which talks lead to a ceasefire", "judgement", 'D'}},
    {&Own::collapse, ParameterSpec{"talks.collapse", "1/d", 0, 1, 0.006, "rate at which talks fail",
                                   "judgement", 'D'}},
    {&Own::agreement,
     ParameterSpec{"talks.agreement", "1/d", 0, 1, 0.002,
                   "rate at which a ceasefire leads to an agreement", "judgement", 'D'}},
    {&Own::relapse,
     ParameterSpec{"talks.relapse", "1/d", 0, 1, 0.0003,
                   "rate at which a ceasefire breaks, a tenth of it for an agreement",
                   "trial against pattern 8 (docs/adr/0025)", 'D'}},
    {&Own::shift,
     ParameterSpec{"talks.shift", "1", 0, 100, 10,
                   "factor on relapse per unit of threat above its mean", "judgement", 'D'}},
    {&Own::spoiler, ParameterSpec{"talks.spoiler", "1", 0, 100, 2,
                                  "factor on relapse per unit of blows by third parties lately",
                                  "judgement", 'D'}},
    {&Own::quiet,
     ParameterSpec{"talks.quiet", "d", 1, 3650, 182,
                   "time without battle after which a fight is over by itself", "judgement", 'D'}},
    {&Own::breach,
     ParameterSpec{"talks.breach", "1", 0, 100, 1,
                   "factor on relapse per unit of wrong that one side has done to the other's "
                   "people lately",
                   "judgement", 'D'}},
    {&Own::watched,
     ParameterSpec{"talks.watched", "1", 0, 10, 0.05,
                   "how much rarer relapse is per soldier with a mandate to protect and 10,000 "
                   "people: its rate is over one plus this",
                   "Fortna 2004; Hultman, Kathman & Shannon 2016: direction; size by judgement",
                   'C'}},
}};

constexpr auto kTalks = process("escalation.talks");

struct Hazards {
    double forward;
    double back;
    DyadState next;
    EventKind forward_is;
};

/// The most that either side has wronged the people of the other lately.
double breach(const Scene& s, ActorId a, ActorId b) {
    double most = 0;
    for (const GroupId g : ids<GroupId>(s.groups)) {
        if (s.who[b].claims[g] != 0) most = std::max(most, s.wronged(a, g).value);
        if (s.who[a].claims[g] != 0) most = std::max(most, s.wronged(b, g).value);
    }
    return most;
}

/// Soldiers who protect, of actors and of what the desk sends, for 10,000 people.
double watchers(const Scene& s) {
    double men = 0;
    for (const PlaceId p : ids<PlaceId>(s.places)) men += s.protectors(p);
    return men / std::max(1.0, real(s.people)) * 10000;
}

Hazards hazards(const Scene& s, ActorId a, ActorId b, const Own& own) {
    const Dyad& d = s.dyad(a, b);
    double shift = 0, spoilers = 0;
    for (const ActorId x : {a, b}) {
        shift = std::max(shift, s.threat[x] - s.threat_mean[x]);
        for (const ActorId c : ids<ActorId>(s.actors))
            if (c != a && c != b) spoilers = std::max(spoilers, s.attacked(x, c).value);
    }
    const double frail = s.levers[lever<"relapse">] * (1 + own.shift * shift) *
                         (1 + own.spoiler * spoilers) * (1 + own.breach * breach(s, a, b)) *
                         (1 - 0.6 * s.levers[lever<"guarantee">]) / (1 + own.watched * watchers(s));
    if (d.state == DyadState::talks)
        return {own.ceasefire * s.levers[lever<"mediation">] * (1 + 10 * std::min(0.5, d.hurt)),
                own.collapse * (1 + spoilers), DyadState::ceasefire, EventKind::ceasefire};
    if (d.state == DyadState::ceasefire)
        return {own.agreement * (1 + 2 * s.levers[lever<"guarantee">]), own.relapse * frail,
                DyadState::agreement, EventKind::agreement};
    return {0, own.relapse / 10 * frail, DyadState::agreement, EventKind::agreement};
}

void turn_dyad(Turn& t, ActorId a, ActorId b, DyadState to, EventKind kind, const char* manner) {
    Dyad& d = t.scene.dyad(a, b);
    Event event;
    event.kind = kind;
    event.manner = manner;
    event.actor = a;
    event.opponent = b;
    Decision because;
    because.probability = -1;
    if (t.record) because.reasons = {{"dyad", 1, {d.event, b}}};
    const std::int32_t number = note(t, std::move(event), &because);
    if (number < 0) return;
    d = {to, d.hurt, d.progress, 0, number};
    if (to == DyadState::ceasefire || to == DyadState::agreement)
        t.scene.offensive(a, b) = t.scene.offensive(b, a) = {};
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    for (const ActorId a : ids<ActorId>(s.actors))
        for (const ActorId b : ids_after(a, s.actors)) {
            Dyad& d = s.dyad(a, b);
            d.days += t.days;
            if (d.state == DyadState::apart) continue;
            if (d.state == DyadState::fighting) {
                if (d.days > own.quiet && d.hurt < 1e-3) d = {DyadState::apart, 0, 0, 0, d.event};
                continue;
            }
            const Hazards h = hazards(s, a, b, own);
            Stream draw = t.luck.stream(kTalks, mix(t.address_of(a), t.address_of(b)), t.step);
            const double u = draw.uniform(), which = draw.uniform();
            if (u >= math::chance(h.forward + h.back, t.days)) continue;
            if (which * (h.forward + h.back) < h.forward)
                turn_dyad(t, a, b, h.next, h.forward_is, "");
            else
                turn_dyad(t, a, b, DyadState::fighting, EventKind::relapse,
                          d.state == DyadState::talks ? "talks" : "truce");
        }
}

}  // namespace

extern const Mechanism mechanism_talks;
const Mechanism mechanism_talks{"talks",
                                "talks lead to a ceasefire or fail, a ceasefire to an agreement or "
                                "a relapse; guarantors help, spoilers and a "
                                "shifting balance break",
                                "Zartman 2000; Walter 1997; Stedman 1997; mediation: Regan & Aydin "
                                "2006, Beardsley 2008; numbers by judgement",
                                80, acted_by<parameters, act>()};

}  // namespace forestall
