// SPDX-License-Identifier: Apache-2.0
// Mechanism: people who are killed and whom nobody protects arm: a militia that claims them grows
// where they grieve, and its men go home as grief fades. One that was not there comes to be so.
// Reads: grief, people, protection, friendly forces; writes units, people who enlist. Source:
// self-defence in the Central African Republic and elsewhere: judgement, trial against the patterns
// (docs/adr/0021). docs/mechanisms/self-defence.md
#include <algorithm>

#include "actors/units.hpp"
#include "core/math.hpp"
#include "core/samplers.hpp"
#include "escalation/founding.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

struct Own {
    double share;
    double grief;
    double least;
    double order;
    double arm;
    double home;
    double upkeep;
    double rise;
};

constexpr Parameters<Own> parameters{{
    {&Own::share, ParameterSpec{"self_defence.share", "1", 0, 0.2, 0.006,
                                "share of a group at a place that arms when it grieves fully and "
                                "nobody protects it",
                                "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::grief, ParameterSpec{"self_defence.grief", "1", 0.1, 10000, 50,
                                "people of the group killed near by at which 0.63 of these arm",
                                "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::least, ParameterSpec{"self_defence.least", "1", 0, 1000, 5,
                                "people of the group killed near by for whom nobody arms yet",
                                "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::order,
     ParameterSpec{"self_defence.order", "1", 0, 100, 4,
                   "fighters of the group's friends per 1,000 people at which 0.63 of the need to "
                   "arm is gone",
                   "judgement", 'D'}},
    {&Own::arm, ParameterSpec{"self_defence.arm", "1/d", 0, 1, 0.0073,
                              "rate at which those who would arm do: 5 % a week",
                              "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::home, ParameterSpec{"self_defence.home", "1/d", 0, 1, 0.0044,
                               "rate at which men who are no longer needed go home: 3 % a week",
                               "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::upkeep,
     ParameterSpec{"self_defence.upkeep", "1", 0, 2, 0.7,
                   "fighters that their own people feed per man who arms", "judgement", 'D'}},
    {&Own::rise, ParameterSpec{"self_defence.rise", "1", 0, 100000, 50,
                               "men needed in the country at which a militia that was not there "
                               "rises",
                               "judgement", 'D'}},
}};

constexpr auto kArm = process("escalation.arm");
constexpr auto kHome = process("escalation.disarm");

/// Whether the militia arises and grows from grief.
bool defends(const World& world, ActorId a) {
    const Actor& actor = world.at(a);
    return !actor.protects && !actor.claims.empty() &&
           (actor.latent == Latent::hurt ||
            (actor.kind == ActorKind::militia && actor.latent == Latent::no));
}

/// How safe the militia's people are at the place by others: protectors, and its friends' men.
double guarded(const Scene& s, ActorId a, PlaceId p, double per_thousand) {
    double friends = 0, people = 0;
    for (const ActorId b : ids<ActorId>(s.actors))
        if (b != a && !s.who[b].protects && s.relation(a, b) > 0.2)
            friends += real(s.fighters(b, p));
    for (const GroupId g : ids<GroupId>(s.groups)) people += real(s.present(p, g));
    const double order =
        per_thousand > 0 ? -math::expm1(-friends / (per_thousand * (people / 1000 + 0.1))) : 0;
    const double shield = std::min(1.0, s.protection[p] + s.levers[lever<"protection">][p]);
    return 1 - (1 - order) * (1 - shield);
}

/// Men that the group would have under arms at the place.
double needed(const Scene& s, ActorId a, PlaceId p, GroupId g, const Own& own) {
    const double grief = s.grief(p, g) - own.least;
    if (grief <= 0) return 0;
    return own.share * real(s.present(p, g)) * -math::expm1(-grief / own.grief) *
           (1 - guarded(s, a, p, own.order));
}

/// Takes people of the group under arms; returns how many came.
Persons arm(Turn& t, ActorId a, PlaceId p, GroupId g, double gap, const Own& own) {
    const CellId cell = t.world.cell(p, g);
    Stream draw =
        t.luck.stream(kArm, mix(t.address_at(a, p), name_hash(t.world.at(g).name)), t.step);
    const Persons n =
        sample::binomial(draw, static_cast<Persons>(gap), math::chance(own.arm, t.days));
    if (n == 0) return 0;
    t.population.change(cell, Posture::quiet, Posture::mobilised, n, draw);
    const Persons came = t.population.enlist(cell, n, draw);
    if (came > 0) join_units(t.scene.units(a, p), came, draw);
    return came;
}

/// Men beyond those who are needed, and beyond those who were there before anybody was hurt, go
/// home.
void disarm(Turn& t, ActorId a, const Table<PlaceId, double>& need, double standing,
            const Own& own) {
    Scene& s = t.scene;
    double spare = 0;
    for (const PlaceId p : need.ids()) spare += std::max(0.0, real(s.fighters(a, p)) - need[p]);
    const double share = spare > 0 ? std::clamp((spare - standing) / spare, 0.0, 1.0) : 0;
    if (share <= 0) return;
    for (const PlaceId p : need.ids()) {
        const double idle = real(s.fighters(a, p)) - need[p];
        if (idle < 1) continue;
        Stream draw = t.luck.stream(kHome, t.address_at(a, p), t.step);
        const Persons n = sample::binomial(draw, static_cast<Persons>(idle),
                                           share * math::chance(own.home, t.days));
        take_fighters(s.units(a, p), n, draw);
        s.income[a] = std::max(0.0, s.income[a] - own.upkeep * real(n));
    }
}

/// What a militia rises for: who lately did most to its people.
Occasion outrage(const Scene& s, ActorId a) {
    Occasion out{"self-defence"};
    double most = 0;
    for (const ActorId b : ids<ActorId>(s.actors))
        for (const GroupId g : ids<GroupId>(s.groups)) {
            const Memory& wrong = s.wronged(b, g);
            if (s.who[a].claims[g] == 0 || wrong.value <= most) continue;
            most = wrong.value;
            out.by = b;
            out.event = wrong.ground();
        }
    return out;
}

/// Men whom each of its groups would have under arms at each place.
using Needs = Table<PlaceId, GroupId, double>;

Needs needs_of(const Turn& t, ActorId a, const Own& own) {
    const Scene& s = t.scene;
    Needs out(s.places, s.groups);
    for (const PlaceId p : ids<PlaceId>(s.places))
        for (const GroupId g : ids<GroupId>(s.groups))
            if (!t.world.at(p).foreign && s.who[a].claims[g] != 0)
                out(p, g) = needed(s, a, p, g, own);
    return out;
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    for (const ActorId a : ids<ActorId>(s.actors)) {
        if (!defends(t.world, a)) continue;
        const Needs needs = needs_of(t, a, own);
        double all = 0;
        for (const double n : needs) all += n;
        if (!s.career[a].there && (all < own.rise || found(t, a, outrage(s, a)) < 0)) continue;
        Persons came = 0;
        Table<PlaceId, double> need(s.places);
        for (const PlaceId p : need.ids()) {
            double have = real(s.fighters(a, p));
            for (const GroupId g : ids<GroupId>(s.groups)) {
                const double wanted = needs(p, g);
                need[p] += wanted;
                const double gap = wanted - have;
                have = std::max(0.0, have - wanted);
                if (gap >= 1) came += arm(t, a, p, g, gap, own);
            }
        }
        s.income[a] += own.upkeep * real(came);
        disarm(t, a, need, s.standing[a], own);
    }
    s.recount();
}

}  // namespace

extern const Mechanism mechanism_self_defence;
const Mechanism mechanism_self_defence{
    "self_defence",
    "people who are killed and whom nobody protects arm, and go home as grief fades",
    "judgement, trial against the patterns (docs/adr/0021)", 61, acted_by<parameters, act>()};

}  // namespace forestall
