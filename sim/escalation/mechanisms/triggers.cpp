// SPDX-License-Identifier: Apache-2.0
// Mechanism: coups, elections, killed leaders, offensives and incidents come on their day or at
// their rate, and open windows. Reads: the scenario's triggers, threat; writes shock, legitimacy,
// incitement, offensives, forces, dyads. Source: UN Framework of Analysis 2014, factor 8; Early
// Warning Project: coup attempts; jumps matter more than levels (Epstein 2002).
// docs/mechanisms/triggers.md
#include <algorithm>
#include <cmath>

#include "actors/units.hpp"
#include "core/math.hpp"
#include "escalation/founding.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/strike.hpp"
#include "world/named_numbers.hpp"

namespace forestall {
namespace {

struct Own {
    double legitimacy;
    double incite;
    double weeks;
    double unrest;
};

constexpr Parameters<Own> parameters{{
    {&Own::legitimacy,
     ParameterSpec{
         "triggers.legitimacy", "1", 0, 1, 0.2,
         "legitimacy of the government lost at full strength of a coup or a stolen election",
         "judgement", 'D'}},
    {&Own::incite, ParameterSpec{"triggers.incite", "1", 0, 1, 0.4,
                                 "incitement added at full strength", "judgement", 'D'}},
    {&Own::weeks, ParameterSpec{"triggers.weeks", "1", 0, 52, 10,
                                "weeks an offensive of full strength runs", "judgement", 'D'}},
    {&Own::unrest,
     ParameterSpec{"triggers.unrest", "1", 0, 5, 1.0,
                   "how much a full threat to the government multiplies rates, beyond one half",
                   "judgement", 'D'}},
}};

constexpr auto kTrigger = process("escalation.trigger");

/// The scenario's own numbers of one trigger.
struct Numbers {
    double rate;
    double strength;
    double fighters;
};

struct Memberwise {
    Own own;
    std::vector<Numbers> numbers;  ///< by trigger
};

Memberwise keep(const World& world, const ParameterValues& values) {
    Memberwise kept{values.of(parameters), {}};
    for (std::size_t i = 0; i < world.triggers().size(); ++i) {
        const auto number = [&](std::string_view field) {
            const std::string generic = "trigger." + std::string(field);
            return number_or(values, world, trigger_number(world, i, field), generic,
                             named_number_field(generic).standard);
        };
        kept.numbers.push_back({number("rate"), number("strength"), number("fighters")});
    }
    return kept;
}

bool comes(const Turn& t, const Trigger& x, double rate, double unrest) {
    if (x.day >= 0) return x.day >= t.first && x.day < t.first + t.days;
    double threat = 0;
    for (const ActorId a : ids<ActorId>(t.scene.actors))
        if (t.scene.state(a)) threat = std::max(threat, t.scene.threat[a]);
    const double per_day = rate / 365.25 * (0.5 + unrest * threat);
    Stream draw = t.luck.stream(kTrigger, name_hash(x.name), t.step);
    return draw.uniform() < math::chance(per_day, t.days);
}

/// Places fighters at the trigger's places as fighters are at the start, by the root of the people
/// who are there now; without any, `by_people` where people are, else where the actor has its own.
void reinforce(Turn& t, const Trigger& x, Persons n, bool by_people) {
    Scene& s = t.scene;
    const ActorId a = x.actor;
    Table<PlaceId, double> weight(s.places);
    double sum = 0;
    const auto named = [&](PlaceId p) {
        return x.places.empty() || std::binary_search(x.places.begin(), x.places.end(), p);
    };
    const auto people = [&](PlaceId p) {
        double all = 0;
        for (const GroupId g : ids<GroupId>(s.groups)) all += real(s.present(p, g));
        return x.places.empty() ? all : std::sqrt(all + 1);
    };
    for (const PlaceId p : ids<PlaceId>(s.places))
        if (named(p)) sum += weight[p] = by_people ? people(p) : real(s.fighters(a, p));
    if (sum <= 0 && !by_people) return reinforce(t, x, n, true);
    for (const PlaceId p : ids<PlaceId>(s.places)) {
        if (n <= 0 || sum <= 0) break;
        const auto here = static_cast<Persons>(std::floor(real(n) * weight[p] / sum + 0.5));
        sum -= weight[p];
        n -= here;
        for (Persons left = here; left > 0; left -= cell_size)
            s.units(a, p).push_back(std::min(left, cell_size));
    }
    s.recount();
}

/// Whether the actor is there; one that was only waiting to be called comes to be, and those who
/// come are paid like others.
bool called(Turn& t, const Trigger& x, std::int32_t event, Persons fighters) {
    Scene& s = t.scene;
    if (s.career[x.actor].there) return true;
    if (found(t, x.actor, {"called", event, x.target}) < 0) return false;
    s.income[x.actor] += s.who[x.actor].supply * real(fighters);
    return true;
}

/// Whether it is a patron of anybody: one that goes backs nobody any more.
bool backs(const Scene& s, ActorId a) {
    return std::any_of(s.who.begin(), s.who.end(),
                       [&](const ActorTraits& x) { return x.patron == a; });
}

void startle(Scene& s, double strength, std::int32_t event) {
    for (const ActorId a : ids<ActorId>(s.actors))
        if (!s.who[a].protects) s.shock[a].add(std::max(0.0, strength - s.shock[a].value), event);
}

void break_truce(Scene& s, ActorId a, ActorId b, std::int32_t event) {
    Dyad& dyad = s.dyad(a, b);
    if (dyad.state != DyadState::fighting)
        dyad = {DyadState::fighting, dyad.hurt, dyad.progress, 0, event};
}

void take_effect(Turn& t, const Trigger& x, const Numbers& numbers, std::int32_t event,
                 const Own& own) {
    Scene& s = t.scene;
    const double strength = numbers.strength;
    const ActorId a = x.actor;
    const auto delegitimise = [&](GroupId g) {
        for (const ActorId b : ids<ActorId>(s.actors))
            if (s.state(b)) s.legitimacy(b, g) *= 1 - own.legitimacy * strength;
    };
    switch (x.kind) {
        case TriggerKind::coup:
            for (const GroupId g : ids<GroupId>(s.groups)) delegitimise(g);
            startle(s, strength, event);
            break;
        case TriggerKind::election:
            if (x.group != none<GroupId>()) delegitimise(x.group);
            for (const ActorId b : ids<ActorId>(s.actors))
                s.incitement[b] =
                    std::min(1.0, s.incitement[b] + own.incite * strength * s.who[b].agitation);
            startle(s, strength / 2, event);
            break;
        case TriggerKind::leader_killed:
            s.shock[a].add(std::max(0.0, strength - s.shock[a].value), event);
            s.incitement[a] = std::min(1.0, s.incitement[a] + own.incite * strength);
            break;
        case TriggerKind::offensive:
            if (!called(t, x, event, static_cast<Persons>(numbers.fighters))) break;
            reinforce(t, x, static_cast<Persons>(numbers.fighters), !x.places.empty());
            s.offensive(a, x.target).add(own.weeks * strength, event);
            break_truce(s, a, x.target, event);
            break;
        case TriggerKind::incident:
            for (const ActorId b : ids<ActorId>(s.actors))
                if (x.group != none<GroupId>() && s.who[b].claims[x.group] != 0)
                    s.shock[b].add(std::max(0.0, strength - s.shock[b].value), event);
            break;
        case TriggerKind::deployment:
            if (called(t, x, event, static_cast<Persons>(numbers.fighters)))
                reinforce(t, x, static_cast<Persons>(numbers.fighters), true);
            break;
        case TriggerKind::peacekeeper_exit:
            for (const PlaceId p : ids<PlaceId>(s.places)) s.units(a, p).clear();
            s.recount();
            if (backs(s, a)) s.career[a].there = false;
            break;
        case TriggerKind::spoiler:
            for (const ActorId b : ids<ActorId>(s.actors))
                if (b != a && s.relation(a, b) < 0) {
                    if (s.dyad(a, b).state != DyadState::apart) break_truce(s, a, b, event);
                }
            break;
    }
}

void act(Turn& t, const Memberwise& kept) {
    for (std::size_t i = 0; i < t.world.triggers().size(); ++i) {
        const Trigger& x = t.world.triggers()[i];
        const Numbers& numbers = kept.numbers[i];
        if (!comes(t, x, numbers.rate, kept.own.unrest)) continue;
        Event event;
        event.kind = EventKind::trigger;
        event.manner = trigger_words.text(x.kind);
        event.actor = x.actor;
        event.opponent = x.target;
        event.target = x.group;
        if (x.day >= 0) event.day = x.day;
        const std::int32_t number = note(t, std::move(event), nullptr);
        if (number >= 0) take_effect(t, x, numbers, number, kept.own);
    }
}

}  // namespace

extern const Mechanism mechanism_triggers;
const Mechanism mechanism_triggers{"triggers",
                                   "coups, elections, killed leaders, offensives and incidents "
                                   "come on their day or at their rate, and open windows",
                                   "UN Framework of Analysis 2014, factor 8; Early Warning "
                                   "Project: coup attempts; jumps matter more than levels "
                                   "(Epstein 2002)",
                                   10, acted_by<parameters, keep, act>()};

}  // namespace forestall
