// SPDX-License-Identifier: Apache-2.0
// Mechanism: leaders open offensives and campaigns, which then run for weeks, and offer or break
// off talks. Reads: the orders of leaders; writes offensives, campaigns, dyads. Source: principal
// and agent: Mitchell 2004; bargaining: Fearon 1995. docs/mechanisms/leadership.md
#include "core/math.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/strike.hpp"

namespace forestall {
namespace {

struct Own {
    double offensive;
    double campaign;
    double accept;
};

constexpr Parameters<Own> parameters{{
    {&Own::offensive, ParameterSpec{"leadership.offensive", "1", 1, 104, 6,
                                    "weeks that an offensive runs", "judgement", 'D'}},
    {&Own::campaign, ParameterSpec{"leadership.campaign", "1", 1, 104, 8,
                                   "weeks that a campaign against a group runs", "judgement", 'D'}},
    {&Own::accept,
     ParameterSpec{
         "leadership.accept", "1", -10, 10, 4.5,
         "log-odds that an enemy who is offered talks accepts, above its own utility of offering",
         "judgement", 'D'}},
}};

constexpr auto kAnswer = process("escalation.answer");

Event event_of(const Turn& t, const Decision& d, EventKind kind) {
    Event event;
    event.kind = kind;
    event.actor = d.choice.actor;
    if (d.choice.action == Action::campaign)
        event.target = d.choice.group;
    else
        event.opponent = d.choice.other;
    event.day = t.first;
    return event;
}

void answer(Turn& t, const Decision& d, double eagerness) {
    Scene& s = t.scene;
    const Choice back{.action = Action::talk, .actor = d.choice.other, .other = d.choice.actor};
    const double odds = math::exp(t.minds.utility(s, back) + eagerness);
    Stream draw = t.luck.stream(
        kAnswer, mix(t.address_of(d.choice.actor), t.address_of(d.choice.other)), t.step);
    if (draw.uniform() >= odds / (1 + odds)) return;
    const std::int32_t number = note(t, event_of(t, d, EventKind::talks), &d);
    Dyad& dyad = s.dyad(d.choice.actor, d.choice.other);
    if (number >= 0) dyad = {DyadState::talks, dyad.hurt, dyad.progress, 0, number};
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    for (const Decision& d : t.orders) {
        const Choice& c = d.choice;
        if (c.action == Action::offensive) {
            const std::int32_t number = note(t, event_of(t, d, EventKind::offensive), &d);
            if (number >= 0) s.offensive(c.actor, c.other).add(own.offensive, number);
        } else if (c.action == Action::campaign) {
            const std::int32_t number = note(t, event_of(t, d, EventKind::campaign), &d);
            if (number >= 0) s.campaign(c.actor, c.group).add(own.campaign, number);
        } else if (c.action == Action::talk) {
            answer(t, d, own.accept);
        } else if (c.action == Action::walk_out) {
            const std::int32_t number = note(t, event_of(t, d, EventKind::walk_out), &d);
            Dyad& dyad = s.dyad(c.actor, c.other);
            if (number >= 0) dyad = {DyadState::fighting, dyad.hurt, dyad.progress, 0, number};
        }
    }
}

}  // namespace

extern const Mechanism mechanism_leadership;
const Mechanism mechanism_leadership{
    "leadership",
    "leaders open offensives and campaigns, which then run for weeks, and offer or break off talks",
    "principal and agent: Mitchell 2004; bargaining: Fearon 1995", 20, acted_by<parameters, act>()};

}  // namespace forestall
