// SPDX-License-Identifier: Apache-2.0
#include "escalation/strike.hpp"

#include <algorithm>
#include <cmath>

#include "core/math.hpp"
#include "core/samplers.hpp"
#include "escalation/monitoring.hpp"
#include "world/roads.hpp"

namespace forestall {
namespace {

constexpr auto kStrike = process("escalation.strike");
constexpr auto kReport = process("escalation.report");

constexpr Parameters<StrikeParameters> parameters{{
    {&StrikeParameters::fear,
     ParameterSpec{"strike.fear", "1", 0.1, 10000, 30,
                   "deaths at which an event's intensity is 0.63; fighters count half",
                   "trial against the patterns (docs/adr/0025)", 'D'}},
    {&StrikeParameters::others,
     ParameterSpec{"strike.others", "1", 0, 1, 0.25,
                   "how much deaths of other groups frighten, as a share of those of one's own",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&StrikeParameters::injury,
     ParameterSpec{"strike.injury", "1", 1, 1e5, 25,
                   "deaths of a group at a place that leave one unit of injury there", "judgement",
                   'D'}},
    {&StrikeParameters::injury_reach,
     ParameterSpec{"strike.injury_reach", "km", 0, 500, 60,
                   "road distance over which injury to one's group falls to 1/e",
                   "judgement; conflict diffuses over short distances (Schutte & Weidmann 2011)",
                   'D'}},
    {&StrikeParameters::wrong,
     ParameterSpec{"strike.wrong", "1", 1, 1e6, 60,
                   "deaths of a group by an actor that leave one unit of wrong in the country",
                   "judgement", 'D'}},
    {&StrikeParameters::grief_reach,
     ParameterSpec{"strike.grief_reach", "km", 1, 5000, 80,
                   "road distance over which grief for people of one's group falls to 1/e",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
}};

void explain(const Decision& decision, Event& event) {
    event.probability = decision.probability;
    for (const Reason& r : decision.reasons)
        event.causes.push_back({std::string(r.motive), r.value, r.ground.event, r.ground.actor});
}

/// What survivors remember, here and near by.
void remember(Turn& t, const Strike& strike, const Table<GroupId, Persons>& dead,
              std::int32_t number) {
    Scene& s = t.scene;
    const double reach = t.strikes.injury_reach;
    for (const GroupId g : dead.ids()) {
        if (dead[g] == 0) continue;
        const double hurt = real(dead[g]) / t.strikes.injury;
        s.injury(strike.place, g).add(hurt, number);
        if (reach > 0)
            for (const Roads::Neighbour& near : t.world.roads().next_to(strike.place))
                s.injury(near.place, g).add(hurt * math::exp(-near.km / reach), number);
        if (strike.actor != none<ActorId>())
            s.wronged(strike.actor, g).add(real(dead[g]) / t.strikes.wrong, number);
    }
}

/// Grief goes as far as word and kin do. Farther than this many reaches nobody hears.
constexpr double earshot = 5;

void grieve(Turn& t, PlaceId place, const Table<GroupId, Persons>& dead) {
    const double reach = t.strikes.grief_reach;
    if (std::all_of(dead.begin(), dead.end(), [](Persons n) { return n == 0; })) return;
    const auto ways = t.world.roads().from(place);
    for (const PlaceId q : ways->km.ids()) {
        if (ways->km[q] > earshot * reach) continue;
        const double heard = math::exp(-ways->km[q] / reach);
        for (const GroupId g : dead.ids()) t.scene.grief(q, g) += heard * real(dead[g]);
    }
}

/// Each group is frightened by its own dead, and by others less; the one that was meant the more.
void frighten(Turn& t, const Strike& strike, const Table<GroupId, Persons>& dead, Day day) {
    double all = 0, most = 0;
    for (const Persons n : dead) all += real(n);
    for (const GroupId g : dead.ids()) {
        const double own = real(dead[g]) * (g == strike.group ? strike.terror : 1);
        const double felt =
            own + t.strikes.others * (all - real(dead[g])) + 0.5 * real(strike.fighters);
        t.fear.add(strike.place, g, day, -math::expm1(-felt / t.strikes.fear), t.first);
        most = std::max(most, felt);
    }
    t.events.back().fright = most;
}

}  // namespace

ParameterTable strike_parameters() { return parameters; }

StrikeParameters StrikeParameters::from(const ParameterValues& values) {
    return values.of(parameters);
}

std::int32_t note(Turn& t, Event event, const Decision* decision) {
    const std::int32_t number = t.next_event;
    if (t.next_is_cut()) return -1;
    event.step = static_cast<std::int32_t>(t.step);
    event.number = number;
    if (event.day < 0) event.day = t.first;
    if (decision != nullptr) explain(*decision, event);
    t.events.push_back(std::move(event));
    return number;
}

std::int32_t carry_out(Turn& t, const Strike& strike) {
    Scene& s = t.scene;
    Event event;
    event.kind = strike.kind;
    event.manner = strike.manner;
    event.place = strike.place;
    event.actor = strike.actor;
    event.opponent = strike.opponent;
    event.target = strike.group;
    event.zone = s.zone(strike.place);
    Stream draws = t.luck.stream(kStrike, strike.address, t.step);
    event.day = t.first + static_cast<Day>(draws.uniform() * t.days);
    const std::int32_t number = note(t, std::move(event), strike.decision);
    if (number < 0) return number;

    Table<GroupId, Persons> dead(s.groups);
    if (strike.civilians > 0)
        t.population.kill(strike.place, strike.group, strike.civilians, draws, dead);
    Persons civilians = 0;
    for (const GroupId g : dead.ids()) {
        civilians += dead[g];
        t.killed_here(strike.place, g) += dead[g];
        if (strike.kind == EventKind::one_sided && strike.actor != none<ActorId>())
            t.onset.add(strike.actor, g, dead[g]);
    }
    Stream report = t.luck.stream(kReport, strike.address, t.step);
    const double access = t.world.at(strike.place).access;
    const double chance = 1 - (1 - t.monitoring.reporting * access) *
                                  (1 - std::min(1.0, s.levers[lever<"observers">][strike.place]));
    Event& logged = t.events.back();
    logged.reported = sample::binomial(report, civilians, chance);
    logged.civilian_deaths = civilians;
    logged.deaths = civilians + strike.fighters;
    t.sums.civilian_deaths += civilians;
    t.sums.battle_deaths += strike.fighters;
    t.sums.reported += logged.reported;
    if (strike.kind == EventKind::one_sided) {
        t.sums.one_sided += civilians;
        for (const GroupId g : dead.ids())
            if (dead[g] > 0) t.reports.add(strike.actor, g, logged.reported * dead[g] / civilians);
    }
    frighten(t, strike, dead, logged.day);
    remember(t, strike, dead, number);
    grieve(t, strike.place, dead);
    return number;
}

}  // namespace forestall
