// SPDX-License-Identifier: Apache-2.0
// Mechanism: mobilised people take up arms with those who speak for them, where these are and can
// pay.
// Reads: mobilised people, whom actors claim, supply, recruitment drives; writes fighters,
// civilians. Source: feasibility: Collier & Hoeffler 2004; Weinstein 2007; numbers by judgement.
// docs/mechanisms/recruitment.md
#include <algorithm>

#include "actors/units.hpp"
#include "core/math.hpp"
#include "core/samplers.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

struct Own {
    double rate;
    double drive;
    double presence;
    double absorb;
    double flock;
    double swollen;
};

constexpr Parameters<Own> parameters{{
    {&Own::rate,
     ParameterSpec{"recruitment.rate", "1/d", 0, 1, 0.002,
                   "rate at which mobilised people enlist where an actor of theirs stands",
                   "judgement", 'D'}},
    {&Own::drive, ParameterSpec{"recruitment.drive", "1", 1, 20, 4,
                                "factor during a recruitment drive", "judgement", 'D'}},
    {&Own::presence,
     ParameterSpec{"recruitment.presence", "1", 0, 1, 0.05,
                   "least control that counts as standing there", "judgement", 'D'}},
    {&Own::absorb, ParameterSpec{"recruitment.absorb", "1/d", 0, 1, 0.005,
                                 "recruits that a force can take in per fighter it has",
                                 "judgement: doubles in half a year at most", 'D'}},
    {&Own::flock, ParameterSpec{"recruitment.flock", "1/d", 0, 1, 0.0083,
                                "rate at which men flock to who has taken power, per man it has: "
                                "6 % a week",
                                "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::swollen, ParameterSpec{"recruitment.swollen", "1", 1, 20, 3,
                                  "most men it takes in, as a multiple of those it took power with",
                                  "trial against the patterns (docs/adr/0021)", 'D'}},
}};

constexpr auto kEnlist = process("escalation.enlist");
constexpr auto kFlock = process("escalation.flock");

/// Calls f(place, group, mobilised people) where an actor may recruit.
template <class F>
void each_source(const Turn& t, ActorId a, double presence, F&& f) {
    const Scene& s = t.scene;
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        if (s.fighters(a, p) == 0 && s.control(p, a) < presence) continue;
        for (const GroupId g : ids<GroupId>(s.groups)) {
            if (s.who[a].claims[g] == 0) continue;
            const Persons moved = t.population.with(Posture::mobilised, t.world.cell(p, g));
            if (moved > 0) f(p, g, moved);
        }
    }
}

void recruit(Turn& t, ActorId a, double rate, const Own& own) {
    Scene& s = t.scene;
    double expected = 0;
    each_source(t, a, own.presence,
                [&](PlaceId, GroupId, Persons moved) { expected += rate * t.days * real(moved); });
    if (expected <= 0) return;
    const double most = own.absorb * t.days * (real(s.force(a)) + 50);
    rate *= std::min(1.0, most / expected);
    each_source(t, a, own.presence, [&](PlaceId p, GroupId g, Persons moved) {
        Stream draw =
            t.luck.stream(kEnlist, mix(t.address_at(a, p), name_hash(t.world.at(g).name)), t.step);
        const Persons n = sample::binomial(draw, moved, math::chance(rate, t.days));
        if (n == 0) return;
        const Persons came = t.population.enlist(t.world.cell(p, g), n, draw);
        join_units(s.units(a, p), came, draw);
    });
}

/// Men of its people come to who has taken power, where it stands, as long as it pays.
void flock(Turn& t, ActorId a, const Own& own) {
    Scene& s = t.scene;
    const double room = own.swollen * s.career[a].then - real(s.force(a));
    if (s.career[a].took < 0 || room <= 0) return;
    const double rate = own.flock * std::min(1.0, s.supply[a]);
    const double most = std::min(room, real(s.force(a)) * math::expm1(rate * t.days));
    double people = 0;
    for (const PlaceId p : ids<PlaceId>(s.places))
        if (s.fighters(a, p) > 0)
            for (const GroupId g : ids<GroupId>(s.groups))
                if (s.who[a].claims[g] != 0) people += real(s.present(p, g));
    if (people <= 0) return;
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        if (s.fighters(a, p) == 0) continue;
        for (const GroupId g : ids<GroupId>(s.groups)) {
            if (s.who[a].claims[g] == 0 || s.present(p, g) == 0) continue;
            const CellId cell = t.world.cell(p, g);
            Stream draw = t.luck.stream(
                kFlock, mix(t.address_at(a, p), name_hash(t.world.at(g).name)), t.step);
            const Persons n = sample::binomial(draw, s.present(p, g), std::min(1.0, most / people));
            if (n == 0) continue;
            t.population.change(cell, Posture::quiet, Posture::mobilised, n, draw);
            join_units(s.units(a, p), t.population.enlist(cell, n, draw), draw);
        }
    }
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    Table<ActorId, std::uint8_t> drive(s.actors);
    for (const Decision& d : t.orders)
        if (d.choice.action == Action::recruit) drive[d.choice.actor] = 1;
    for (const ActorId a : ids<ActorId>(s.actors))
        if (!s.who[a].protects && s.career[a].there)
            recruit(t, a, own.rate * (drive[a] != 0 ? own.drive : 1) * std::min(1.0, s.supply[a]),
                    own);
    for (const ActorId a : ids<ActorId>(s.actors)) flock(t, a, own);
    s.recount();
}

}  // namespace

extern const Mechanism mechanism_recruitment;
const Mechanism mechanism_recruitment{
    "recruitment",
    "mobilised people take up arms with those who speak for them, where these are and can pay",
    "feasibility: Collier & Hoeffler 2004; Weinstein 2007; numbers by judgement", 60,
    acted_by<parameters, act>()};

}  // namespace forestall
