// SPDX-License-Identifier: Apache-2.0
// Mechanism: an agreement is lived: rebels demobilise, who governs shares posts and their income,
// and gains in the eyes of the people for whom the other side speaks. Reads: dyads, who governs,
// claims; writes units, income, legitimacy. Source: power sharing: Hartzell & Hoddie 2003;
// demobilisation: Humphreys & Weinstein 2007 (no effect found on persons); numbers by judgement.
// docs/mechanisms/settlement.md
#include <algorithm>

#include "actors/units.hpp"
#include "core/math.hpp"
#include "core/samplers.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

struct Own {
    double demobilise;
    double kept;
    double posts;
    double esteem;
};

constexpr Parameters<Own> parameters{{
    {&Own::demobilise,
     ParameterSpec{"settlement.demobilise", "1/d", 0, 1, 0.0015,
                   "rate at which the men of who does not govern go home under an agreement",
                   "judgement: 1 % a week", 'D'}},
    {&Own::kept, ParameterSpec{"settlement.kept", "1", 0, 1, 0.4,
                               "share of the most men it had that it keeps", "judgement", 'D'}},
    {&Own::posts,
     ParameterSpec{"settlement.posts", "1", 0, 1, 0.1,
                   "share of the income of who governs that an agreement gives to the other side",
                   "judgement", 'D'}},
    {&Own::esteem,
     ParameterSpec{"settlement.esteem", "1/d", 0, 1, 0.001,
                   "rate at which who governs gains the esteem of the other side's people, towards "
                   "full esteem",
                   "judgement", 'D'}},
}};

constexpr auto kDemobilise = process("escalation.demobilise");

void demobilise(Turn& t, ActorId a, const Own& own) {
    Scene& s = t.scene;
    if (real(s.force(a)) <= own.kept * s.career[a].most) return;
    const double chance = math::chance(own.demobilise, t.days);
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        if (s.fighters(a, p) == 0) continue;
        Stream draw = t.luck.stream(kDemobilise, t.address_at(a, p), t.step);
        take_fighters(s.units(a, p), sample::binomial(draw, s.fighters(a, p), chance), draw);
        s.recount(a, p);
    }
}

void live(Turn& t, ActorId ruler, ActorId other, const Own& own) {
    Scene& s = t.scene;
    demobilise(t, other, own);
    const double gain = math::chance(own.esteem, t.days);
    for (const GroupId g : ids<GroupId>(s.groups))
        if (s.who[other].claims[g] != 0)
            s.legitimacy(ruler, g) += gain * (1 - s.legitimacy(ruler, g));
    const bool fresh = std::any_of(t.events.begin(), t.events.end(), [&](const Event& e) {
        return e.kind == EventKind::agreement &&
               std::min(e.actor, e.opponent) == std::min(ruler, other) &&
               std::max(e.actor, e.opponent) == std::max(ruler, other);
    });
    if (!fresh) return;
    const double income = own.posts * s.income[ruler];
    s.income[ruler] -= income;
    s.income[other] += income;
}

void act(Turn& t, const Own& own) {
    const Scene& s = t.scene;
    if (s.ruler == none<ActorId>()) return;
    for (const ActorId a : ids<ActorId>(s.actors))
        if (a != s.ruler && s.dyad(a, s.ruler).state == DyadState::agreement)
            live(t, s.ruler, a, own);
}

}  // namespace

extern const Mechanism mechanism_settlement;
const Mechanism mechanism_settlement{
    "settlement", "an agreement is lived: rebels demobilise, posts are shared, esteem is gained",
    "power sharing: Hartzell & Hoddie 2003; demobilisation: Humphreys & Weinstein 2007; numbers by "
    "judgement",
    82, acted_by<parameters, act>()};

}  // namespace forestall
