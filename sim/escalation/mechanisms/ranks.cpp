// SPDX-License-Identifier: Apache-2.0
// Mechanism: forces come apart. Men part from victors over the spoils and from losers over the
// defeat, as an actor of their own if the scenario has one that splits off, else for home; who has
// lost most of its men, and is losing still, disbands. Reads: who took power, losing, fighters;
// writes units, income, control, the log. Source: fragmentation after gains and losses: Christia
// 2012; Staniland 2014; numbers by judgement. docs/mechanisms/ranks.md
#include <algorithm>

#include "actors/units.hpp"
#include "core/math.hpp"
#include "core/samplers.hpp"
#include "escalation/founding.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/strike.hpp"

namespace forestall {
namespace {

struct Own {
    double victors;
    double losers;
    double borne;
    double share;
    double least;
    double beaten;
    double disband;
};

constexpr Parameters<Own> parameters{{
    {&Own::victors,
     ParameterSpec{"ranks.victors", "1/d", 0, 1, 0.003,
                   "rate at which men part from who has taken power", "judgement", 'D'}},
    {&Own::losers,
     ParameterSpec{"ranks.losers", "1/d", 0, 1, 0.004,
                   "rate at which men part from who is losing fully", "judgement", 'D'}},
    {&Own::borne,
     ParameterSpec{"ranks.borne", "1", 0, 0.99, 0.2,
                   "how far an actor may be losing before men part over it", "judgement", 'D'}},
    {&Own::share,
     ParameterSpec{"ranks.share", "1", 0, 1, 0.35, "share of the men who part", "judgement", 'D'}},
    {&Own::least,
     ParameterSpec{"ranks.least", "1", 0, 10000, 60,
                   "men below whom nobody parts and an actor may disband", "judgement", 'D'}},
    {&Own::beaten,
     ParameterSpec{"ranks.beaten", "1", 0, 1, 0.25,
                   "share of the most men it had, below which a losing actor may disband",
                   "judgement", 'D'}},
    {&Own::disband, ParameterSpec{"ranks.disband", "1/d", 0, 1, 0.05,
                                  "rate at which an actor so beaten disbands when losing fully",
                                  "judgement", 'D'}},
}};

constexpr auto kPart = process("escalation.part");
constexpr auto kDisband = process("escalation.disband");

/// The actor that may split off and has not; none: nobody.
ActorId heir(const Turn& t, ActorId a) {
    for (const ActorId b : ids<ActorId>(t.scene.actors)) {
        const Actor& actor = t.world.at(b);
        if (actor.latent == Latent::split && actor.parent == a && !t.scene.career[b].there)
            return b;
    }
    return none<ActorId>();
}

std::int32_t tell(Turn& t, EventKind kind, std::string_view manner, ActorId a, ActorId other,
                  std::int32_t ground) {
    Event event;
    event.kind = kind;
    event.manner = manner;
    event.actor = a;
    event.opponent = other;
    Decision because;
    because.probability = -1;
    if (t.record && ground >= 0) because.reasons = {{"follows", 1, {ground, none<ActorId>()}}};
    return note(t, std::move(event), &because);
}

/// A share of every place's units go; to `b` or, if there is none, home.
void part(Turn& t, ActorId a, ActorId b, const Own& own, Stream& draw) {
    Scene& s = t.scene;
    const double before = real(s.force(a));
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        auto& units = s.units(a, p);
        std::vector<Persons> stay;
        Persons gone = 0, all = 0;
        for (const Persons n : units) {
            const bool goes = draw.uniform() < own.share;
            all += n;
            if (goes) gone += n;
            if (goes && b != none<ActorId>()) s.units(b, p).push_back(n);
            if (!goes) stay.push_back(n);
        }
        units = std::move(stay);
        if (b == none<ActorId>() || gone == 0) continue;
        const double ground = std::min(s.control(p, a), s.control(p, a) * real(gone) / real(all));
        s.control(p, a) -= ground;
        s.control(p, b) += ground;
        s.held_then(p, b) = s.held_then(p, a);
    }
    s.recount();
    if (b == none<ActorId>() || before <= 0) return;
    const double income = s.income[a] * real(s.force(b)) / before;
    s.income[a] -= income;
    s.income[b] += income;
    s.supply[b] = s.supply[a];
    // Those who part from who governs, or did, go back to where they came from.
    s.career[b].fell = std::max(s.career[a].took, s.career[a].fell);
    s.career[a].then = std::min(s.career[a].then, real(s.force(a)));
}

/// Who is in a sanctuary does not lose heart: losing counts for the share of men outside.
double losing_of(const Scene& s, ActorId a) {
    Persons safe = 0;
    for (const Sanctuary& x : s.sanctuaries)
        if (x.client == a && s.backing[a] > 0) safe += s.fighters(a, x.place);
    const double losing = s.losing[a].value;
    return safe > 0 ? losing * (1 - real(safe) / real(s.force(a))) : losing;
}

void split(Turn& t, ActorId a, const Own& own) {
    Scene& s = t.scene;
    const double defeat = std::max(0.0, losing_of(s, a) - own.borne) / (1 - own.borne);
    const double rate = (s.career[a].took >= 0 ? own.victors : 0) + own.losers * defeat;
    Stream draw = t.luck.stream(kPart, t.address_of(a), t.step);
    if (draw.uniform() >= math::chance(rate, t.days)) return;
    const bool victor = s.career[a].took >= 0;
    const std::int32_t ground = victor ? s.career[a].took : s.losing[a].ground();
    const ActorId b = heir(t, a);
    const std::int32_t number =
        tell(t, EventKind::split, victor ? "over the spoils" : "over defeat", a, b, ground);
    if (number < 0) return;
    if (b != none<ActorId>() && found(t, b, {"split", number, a}) < 0) return;
    part(t, a, b, own, draw);
}

void disband(Turn& t, ActorId a, const Own& own) {
    Scene& s = t.scene;
    if (a == s.ruler || real(s.force(a)) >= std::max(own.least, own.beaten * s.career[a].most))
        return;
    Stream draw = t.luck.stream(kDisband, t.address_of(a), t.step);
    if (draw.uniform() >= math::chance(own.disband * losing_of(s, a), t.days)) return;
    if (tell(t, EventKind::defeat, "disbands", a, none<ActorId>(), s.losing[a].ground()) < 0)
        return;
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        s.units(a, p).clear();
        s.control(p, a) = 0;
    }
    s.recount();
    s.income[a] = s.career[a].most = 0;
    s.losing[a] = {};
    s.career[a].there = false;
    leave_war(s, a);
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    for (const ActorId a : ids<ActorId>(s.actors)) {
        if (s.force(a) == 0 || s.who[a].protects) continue;
        if (real(s.force(a)) >= own.least) split(t, a, own);
        disband(t, a, own);
    }
}

}  // namespace

extern const Mechanism mechanism_ranks;
const Mechanism mechanism_ranks{
    "ranks",
    "men part from victors and from losers, for home or as an actor of their own; the beaten "
    "disband",
    "Christia 2012; Staniland 2014; numbers by judgement", 75, acted_by<parameters, act>()};

}  // namespace forestall
