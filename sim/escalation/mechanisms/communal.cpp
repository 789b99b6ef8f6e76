// SPDX-License-Identifier: Apache-2.0
// Mechanism: neighbours of hostile groups clash where many are mobilised or hurt; each who joins
// brings others. Reads: mobilised people, injury, hostility, incitement, order; writes deaths,
// memories. Source: crowds as branching (critical cascades): Granovetter 1978; in-group policing:
// Fearon & Laitin 1996; numbers by judgement. docs/mechanisms/communal.md
#include <algorithm>
#include <cmath>

#include "core/math.hpp"
#include "core/samplers.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/strike.hpp"

namespace forestall {
namespace {

struct Own {
    double rate;
    double hurt;
    double branching;
    double lethality;
    double order;
};

constexpr Parameters<Own> parameters{{
    {&Own::rate,
     ParameterSpec{"communal.rate", "1/d", 0, 1, 0.02,
                   "clashes per day and place at full hostility and everybody mobilised or hurt",
                   "judgement", 'D'}},
    {&Own::hurt,
     ParameterSpec{"communal.hurt", "1", 0, 10, 0.3,
                   "how much a unit of injury counts as a mobilised share", "judgement", 'D'}},
    {&Own::branching,
     ParameterSpec{"communal.branching", "1", 0, 0.99, 0.9,
                   "others brought by each who joins, at full hostility", "judgement", 'D'}},
    {&Own::lethality, ParameterSpec{"communal.lethality", "1", 0, 10, 0.08,
                                    "people killed per person in the crowd", "judgement", 'D'}},
    {&Own::order,
     ParameterSpec{
         "communal.order", "1", 0, 100, 2,
         "fighters of the state or protectors per 1,000 people that keep 0.63 of clashes down",
         "judgement", 'D'}},
}};

constexpr auto kClash = process("escalation.communal");

/// How many take part: each brings Poisson(r) others, as long as there are any.
Persons crowd(Persons seeds, double r, Persons available, Stream& draw) {
    Persons all = std::min(seeds, available), young = all;
    while (young > 0 && all < available) {
        young = std::min(sample::poisson(draw.uniform(), r * real(young)), available - all);
        all += young;
    }
    return all;
}

double order_at(const Scene& s, PlaceId p, double per_thousand) {
    double guards = 0, people = 0;
    // Who has taken power by force is no police.
    for (const ActorId a : ids<ActorId>(s.actors))
        if (s.state(a) && !s.who[a].protects && s.career[a].took < 0)
            guards += real(s.fighters(a, p));
    guards += s.protectors(p) + s.levers[lever<"police">][p];
    for (const GroupId g : ids<GroupId>(s.groups)) people += real(s.present(p, g));
    if (per_thousand <= 0) return 0;
    return std::min(1.0, -math::expm1(-guards / (per_thousand * (people / 1000 + 0.1))) +
                             s.levers[lever<"policing">][p]);
}

void clash(Turn& t, PlaceId p, GroupId g, GroupId h, double hostility, const Own& own) {
    Scene& s = t.scene;
    const bool calm = t.takes_away("mobilisation", p), unhurt = t.takes_away("injury", p);
    if (t.takes_away("hostility", p)) return;
    const auto in_streets = [&](GroupId k) {
        return calm ? 0 : real(s.mobilised(p, k)) / real(s.present(p, k));
    };
    const auto hurt = [&](GroupId k) {
        return unhurt ? 0 : own.hurt * std::min(1.0, s.injury(p, k).value);
    };
    const auto moved = [&](GroupId k) { return in_streets(k) + hurt(k); };
    const double anger = moved(g) + moved(h);
    const double per_day = own.rate * hostility * anger * (1 - order_at(s, p, own.order)) *
                           s.levers[lever<"communal_rate">];
    if (per_day <= 0) return;
    const auto cell = [&](GroupId k) { return t.world.address(t.world.cell(p, k)); };
    const std::uint64_t address = mix(cell(g), cell(h));
    Stream draw = t.luck.stream(kClash, address, t.step);
    if (draw.uniform() >= math::chance(per_day, t.days)) return;
    const bool g_hit = draw.uniform() * anger < moved(h);  // the angrier side attacks more often
    const GroupId hit = g_hit ? g : h, from = g_hit ? h : g;
    const Persons willing = s.mobilised(p, from) + s.present(p, from) / 50;
    const Persons many = crowd(5, own.branching * std::min(1.0, 0.6 + hostility), willing, draw);
    const Persons present = t.population.present(p, hit);
    if (present == 0 || many == 0) return;
    Strike strike{.kind = EventKind::communal, .manner = "riot"};
    strike.place = p;
    strike.group = hit;
    strike.civilians =
        1 + sample::binomial(draw.uniform(), present - 1,
                             -math::expm1(-own.lethality * real(many) / real(present)));
    strike.address = address;
    Decision because{
        {.action = Action::mass, .place = p, .group = hit}, math::chance(per_day, t.days), {}};
    if (t.record) {
        // Who attacks is drawn by anger: shares of the attackers' anger, and the hostility that it
        // multiplies.
        because.reasons = {{"hostility", hostility, {}}};
        if (in_streets(from) > 0)
            because.reasons.push_back({"mobilisation", in_streets(from) / moved(from), {}});
        if (hurt(from) > 0)
            because.reasons.push_back(
                {"injury", hurt(from) / moved(from), {s.injury(p, from).ground()}});
        std::stable_sort(because.reasons.begin(), because.reasons.end(),
                         [](const Reason& x, const Reason& y) { return x.value > y.value; });
    }
    strike.decision = &because;
    carry_out(t, strike);
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    for (const PlaceId p : ids<PlaceId>(s.places))
        for (const GroupId g : ids<GroupId>(s.groups))
            for (const GroupId h : ids_after(g, s.groups)) {
                if (s.present(p, g) == 0 || s.present(p, h) == 0) continue;
                const double heat = std::max(s.incited(p, g, t.world), s.incited(p, h, t.world));
                const double base = s.hostility(g, h);
                clash(t, p, g, h, base + (1 - base) * heat, own);
            }
}

}  // namespace

extern const Mechanism mechanism_communal;
const Mechanism mechanism_communal{"communal",
                                   "neighbours of hostile groups clash where many are mobilised or "
                                   "hurt; each who joins brings others",
                                   "crowds as branching (critical cascades): Granovetter 1978; "
                                   "in-group policing: Fearon & Laitin 1996; numbers by "
                                   "judgement",
                                   40, acted_by<parameters, act>()};

}  // namespace forestall
