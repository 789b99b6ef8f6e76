// SPDX-License-Identifier: Apache-2.0
// Mechanism: who holds the capital governs. An actor that wants to rule, and has there, for two
// weeks, so many times the men of who governs and of those who back it, or as many and most of the
// capital under control, takes power: it is the state, has most of the state's income, and control
// where the beaten have no men. One that rules by its men alone stands down when the world presses
// it and protectors stand in the capital.
// Reads: fighters and control in the capital, relations, pressure, protectors; writes who governs,
// income, control, offensives. Source: incumbency: judgement, trial against the patterns
// (docs/adr/0021, 0025).
// docs/mechanisms/power.md
#include <algorithm>

#include "core/math.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/strike.hpp"

namespace forestall {
namespace {

struct Own {
    double odds;
    double hold;
    double siege;
    double garrison;
    double income;
    double ground;
    double resign;
    double shock;
    double esteem;
};

constexpr Parameters<Own> parameters{{
    {&Own::odds, ParameterSpec{"power.odds", "1", 1, 100, 5,
                               "how many times the men of who governs, and of its backers, in the "
                               "capital take power",
                               "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::hold,
     ParameterSpec{"power.hold", "1", 0, 1, 0.7,
                   "share of the capital's people under control from which as many "
                   "men as stand with who governs are enough",
                   "judgement: who holds the capital's quarters need not outnumber", 'D'}},
    {&Own::siege,
     ParameterSpec{"power.siege", "d", 0, 365, 14, "how long they must have been so many",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::garrison,
     ParameterSpec{"power.garrison", "1", 0, 1000, 2,
                   "least men for 10,000 people of the capital that hold it against nobody",
                   "judgement", 'D'}},
    {&Own::income, ParameterSpec{"power.income", "1", 0, 1, 0.8,
                                 "share of its income that who falls loses to who takes power",
                                 "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::ground, ParameterSpec{"power.ground", "1", 0, 1, 0.5,
                                 "share of its control that who falls loses where it has no men",
                                 "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::resign,
     ParameterSpec{"power.resign", "1/d", 0, 1, 0.1,
                   "rate at which who took power stands down per unit of outside pressure where "
                   "protectors hold the capital alone",
                   "judgement", 'D'}},
    {&Own::shock,
     ParameterSpec{"power.shock", "1", 0, 1, 0.9,
                   "shock that a fall of the capital leaves with all who fight", "judgement", 'D'}},
    {&Own::esteem,
     ParameterSpec{"power.esteem", "1", 0, 1, 0.8,
                   "share of the gap to the esteem of who governed before that who governs now "
                   "closes at once",
                   "judgement: people obey who governs", 'D'}},
}};

constexpr auto kResign = process("escalation.resign");

/// Men in the capital who stand with who governs: its own and its friends'; those
/// whom the desk sends too, unless it took power by force.
double loyal_men(const Scene& s) {
    double men = 0;
    for (const ActorId a : ids<ActorId>(s.actors)) {
        const bool backs = a == s.ruler || s.relation(a, s.ruler) > 0;
        if (backs) men += s.in_capital(a);
    }
    if (s.career[s.ruler].took >= 0) return men;
    for (const PlaceId p : ids<PlaceId>(s.places))
        if (s.seat[p] != 0) men += s.levers[lever<"troops">][p];
    return men;
}

double people_of_seat(const Scene& s) {
    double people = 0;
    for (const PlaceId p : ids<PlaceId>(s.places))
        if (s.seat[p] != 0) people += real(s.home_people[p]);
    return people;
}

/// Share of the seat's people whom an actor controls.
double held(const Scene& s, ActorId a) {
    double people = 0;
    for (const PlaceId p : ids<PlaceId>(s.places))
        if (s.seat[p] != 0) people += real(s.home_people[p]) * s.control(p, a);
    return people / std::max(1.0, people_of_seat(s));
}

/// Who has been strong enough in the capital for long enough; none: nobody.
ActorId strongest_besieger(Turn& t, const Own& own) {
    Scene& s = t.scene;
    const double loyal = loyal_men(s);
    const double least = 1 + own.garrison * people_of_seat(s) / 10000;
    ActorId who = none<ActorId>();
    double most = 0;
    for (const ActorId a : ids<ActorId>(s.actors)) {
        Career& career = s.career[a];
        const bool wants = a != s.ruler && s.who[a].objective == Objective::capital &&
                           s.relation(a, s.ruler) < 0 && !s.who[a].protects;
        const double men = wants ? s.in_capital(a) : 0;
        const double odds = men > 0 && held(s, a) >= own.hold ? 1 : own.odds;
        career.siege = men >= std::max(loyal * odds, least) ? career.siege + t.days : 0;
        if (career.siege < own.siege || career.siege <= 0 || men <= most) continue;
        most = men;
        who = a;
    }
    return who;
}

/// Its forces are those who were and are on its side.
void form_state(Scene& s, const World& world) {
    for (const ActorId a : ids<ActorId>(s.actors)) {
        const ActorKind kind = world.at(a).kind;
        const bool of_state = kind == ActorKind::government || kind == ActorKind::security_force;
        s.career[a].state =
            a == s.ruler || (of_state && (s.who[a].protects || s.relation(a, s.ruler) > 0));
    }
}

/// The second governs in place of the first.
void hand_over(Turn& t, ActorId from, ActorId to, const Own& own) {
    Scene& s = t.scene;
    const double income = own.income * s.income[from];
    s.income[from] -= income;
    s.income[to] += income;
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        if (s.fighters(from, p) > 0) continue;
        const double ground = own.ground * s.control(p, from);
        s.control(p, from) -= ground;
        s.control(p, to) += ground;
    }
    // People obey who governs much as they obeyed who did before.
    for (const GroupId g : ids<GroupId>(s.groups)) {
        const double gain = own.esteem * (s.who[from].legitimacy[g] - s.who[to].legitimacy[g]);
        if (gain <= 0) continue;
        s.who[to].legitimacy[g] += gain;
        s.legitimacy(to, g) +=
            std::max(0.0, own.esteem * (s.who[from].legitimacy[g] - s.legitimacy(to, g)));
    }
    // What an offensive was for is won, or lost.
    s.offensive(to, from) = s.offensive(from, to) = {};
    s.ruler = to;
    s.career[to].there = true;
    for (Career& c : s.career) c.siege = 0;
    form_state(s, t.world);
}

std::int32_t tell(Turn& t, ActorId to, ActorId from, const char* manner) {
    Event event;
    event.kind = EventKind::takeover;
    event.manner = manner;
    event.actor = to;
    event.opponent = from;
    event.place = t.world.capital();
    Decision because;
    because.probability = -1;
    const std::int32_t order = t.scene.offensive(to, from).ground();
    if (t.record && order >= 0) because.reasons = {{"follows", 1, {order, from}}};
    return note(t, std::move(event), &because);
}

void take_power(Turn& t, ActorId a, const Own& own) {
    Scene& s = t.scene;
    const ActorId old = s.ruler;
    const std::int32_t number = tell(t, a, old, "by force");
    if (number < 0) return;
    hand_over(t, old, a, own);
    s.career[old].fell = number;
    s.career[old].took = -1;
    s.career[a].took = number;
    s.career[a].fell = -1;
    s.career[a].then = real(s.force(a));
    for (const ActorId b : ids<ActorId>(s.actors))
        if (!s.who[b].protects) s.shock[b].add(std::max(0.0, own.shock - s.shock[b].value), number);
    Dyad& dyad = s.dyad(a, old);
    dyad = {DyadState::fighting, dyad.hurt, 0, 0, number};
}

/// The government that fell last, with or without an army of its own; none: there was none.
ActorId fallen(const Turn& t) {
    const Table<ActorId, Career>& career = t.scene.career;
    ActorId who = none<ActorId>();
    for (const ActorId a : career.ids())
        if (career[a].fell >= 0 && t.world.at(a).kind == ActorKind::government &&
            (who == none<ActorId>() || career[a].fell > career[who].fell))
            who = a;
    return who;
}

/// Who rules by its men alone may have to go.
void stand_down(Turn& t, const Own& own) {
    Scene& s = t.scene;
    const ActorId a = s.ruler;
    const ActorId back = fallen(t);
    if (s.career[a].took < 0 || back == none<ActorId>() || own.resign <= 0) return;
    double guards = 0;
    for (const PlaceId p : ids<PlaceId>(s.places))
        if (s.seat[p] != 0) guards += s.protectors(p);
    if (guards <= 0) return;
    const double share = guards / (guards + s.in_capital(a));
    Stream draw = t.luck.stream(kResign, t.address_of(a), t.step);
    const double rate = own.resign * s.pressure[a] * share * share;
    if (draw.uniform() >= math::chance(rate, t.days)) return;
    const std::int32_t number = tell(t, back, a, "under pressure");
    if (number < 0) return;
    hand_over(t, a, back, own);
    // Who stands down leaves the capital; those who come back are let in.
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        if (s.seat[p] == 0) continue;
        const double ground = 0.8 * s.control(p, a);
        s.control(p, a) -= ground;
        s.control(p, back) += ground;
    }
    s.career[a].took = -1;
    s.career[a].fell = number;
    s.career[back].fell = -1;
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    if (s.ruler == none<ActorId>()) return;
    const ActorId a = strongest_besieger(t, own);
    if (a != none<ActorId>())
        take_power(t, a, own);
    else
        stand_down(t, own);
}

}  // namespace

extern const Mechanism mechanism_power;
const Mechanism mechanism_power{
    "power", "who holds the capital governs; who rules by its men alone may have to stand down",
    "incumbency: judgement, trial against the patterns (docs/adr/0021)", 66,
    acted_by<parameters, act>()};

}  // namespace forestall
