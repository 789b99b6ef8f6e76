// SPDX-License-Identifier: Apache-2.0
// Countries whose violence comes from armed actors: one drawn by hand, small and with every
// mechanism at work in it; any number drawn at random; and the same country declared in another
// order.
#pragma once
#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/random.hpp"
#include "engine/engine.hpp"
#include "engine/worlds.hpp"
#include "world/builders.hpp"

namespace forestall::test {

inline void number(WorldTables& t, const std::string& name, double value) {
    t.parameters[name] = Distribution::constant(value);
}

/// Switches a mechanism or motive off.
inline void off(WorldTables& t, std::string_view name) {
    auto& names = t.settings.switched_off;
    names.insert(std::upper_bound(names.begin(), names.end(), name), std::string(name));
}

inline Trigger trigger(std::string name, TriggerKind kind, Day day,
                       ActorId actor = none<ActorId>()) {
    Trigger x;
    x.name = std::move(name);
    x.kind = kind;
    x.day = day;
    x.actor = actor;
    return x;
}

inline Control holds(std::size_t place, std::size_t actor, double share) {
    return {static_cast<PlaceId>(place), static_cast<ActorId>(actor), share, share, share};
}

inline constexpr std::size_t army = 0, mission = 1, militia = 2, rebels = 3;
inline constexpr std::size_t coast = 0, high = 1, low = 2;

/// Towns A to E (0-4) and the camp Over (5) abroad; groups "Coast people", "Highlanders",
/// "Lowlanders"; actors "Army" (of the Lowlanders), "Mission" (protects), "Militia" (of the Coast
/// people and the Lowlanders) and "Rebels" (of the Highlanders); half a year of weeks in which
/// blood flows from early on.
inline WorldTables armed_country(Representation representation = Representation::cohort,
                                 Persons per_agent = 1) {
    WorldTables t;
    t.settings.title = "A test";
    t.settings.start_date = "2030-01-01";
    t.settings.days = 182;
    t.settings.step_days = 7;
    t.settings.violence_mode = ViolenceMode::endogenous;
    t.settings.representation = representation;
    t.settings.persons_per_agent = per_agent;
    t.groups = {{"Coast people", PoliticalStatus::powerless},
                {"Highlanders", PoliticalStatus::discriminated},
                {"Lowlanders", PoliticalStatus::dominant}};
    t.actors = {{"Army", ActorKind::government, {GroupId(low)}},
                {"Mission", ActorKind::external_patron, {}, true},
                {"Militia", ActorKind::militia, {GroupId(coast), GroupId(low)}},
                {"Rebels", ActorKind::rebel_group, {GroupId(high)}}};
    t.places = {place("A town"), place("B town"), place("C town"),
                place("D town"), place("E town"), place("Over", "Besh", PlaceKind::camp)};
    t.routes = {route(0, 1, 40), route(1, 2, 60), route(2, 3, 50),
                route(1, 4, 70), route(3, 4, 30), route(4, 5, 80)};
    for (std::size_t p = 0; p < 5; ++p) {
        t.places[p].hardship = 0.5 + 0.1 * static_cast<double>(p % 3);
        for (std::size_t g = 0; g < 3; ++g)
            t.populations.push_back(people(p, g, 400 + 700 * ((p + g) % 3 == 0)));
    }
    t.control = {holds(0, army, 0.9),    holds(1, army, 0.6),    holds(1, rebels, 0.3),
                 holds(2, rebels, 0.6),  holds(2, army, 0.3),    holds(3, rebels, 0.8),
                 holds(4, army, 0.5),    holds(4, militia, 0.3), holds(3, militia, 0.1),
                 holds(0, mission, 0.05)};
    t.triggers = {trigger("Coup", TriggerKind::coup, 40),
                  trigger("Vote", TriggerKind::election, 70),
                  trigger("Push", TriggerKind::offensive, 20, ActorId(army)),
                  trigger("Incident", TriggerKind::incident, -1),
                  trigger("Death", TriggerKind::leader_killed, 90, ActorId(rebels)),
                  trigger("Spoiler", TriggerKind::spoiler, 120, ActorId(militia))};
    t.triggers[1].group = GroupId(high);
    t.triggers[2].target = ActorId(rebels);
    t.triggers[3].group = GroupId(coast);
    // The Rebels stand alone in the capital, and have made their peace with the Militia.
    t.settings.capital = PlaceId(3);
    t.places[3].region = "Capital";
    t.pacts = {{ActorId(militia), ActorId(rebels), DyadState::agreement}};
    for (const auto& [name, fighters] :
         {std::pair{"Army", 300.0}, {"Mission", 30.0}, {"Militia", 60.0}, {"Rebels", 200.0}})
        number(t, "actor." + std::string(name) + ".fighters", fighters);
    number(t, "actor.Rebels.supply", 0.8);
    number(t, "actor.Army.agitation", 0.5);
    number(t, "relation.Army.Militia", -0.4);
    number(t, "relation.Militia.Army", -0.4);
    number(t, "hostility.Highlanders.Lowlanders", 0.6);
    number(t, "trigger.Incident.rate", 6);
    number(t, "trigger.Push.fighters", 50);
    number(t, "actor.Army.legitimacy.Highlanders", 0.4);
    number(t, "weights.drawn", 0);  // what is tested here must not move with the posterior
    // More eager than the standards, so that everything happens within half a year.
    for (const auto& [name, value] : {std::pair{"inertia.attack", -3.0},
                                      {"inertia.mass", -6.0},
                                      {"inertia.repress", -1.0},
                                      {"inertia.campaign", -6.0},
                                      {"inertia.offensive", -5.0},
                                      {"inertia.talk", -2.0},
                                      {"communal.rate", 0.2}})
        set(t, name, value);
    return t;
}

/// The same with a patron for the Rebels, who have a sanctuary in Over.
inline WorldTables backed_country(Representation representation = Representation::cohort,
                                  Persons per_agent = 1) {
    WorldTables t = armed_country(representation, per_agent);
    t.actors[rebels].patron = ActorId(mission);
    t.actors[rebels].sanctuary = {PlaceId(5)};
    number(t, "actor.Rebels.support", 150);
    number(t, "actor.Rebels.veto", 0.5);
    return t;
}

/// Who is there, holds what and hates whom drawn wide; half the mechanisms' and motives' parameters
/// anywhere within their bounds.
inline WorldTables random_armed_country(std::uint64_t seed) {
    Stream s(seed, 1, 0);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(s.below(n)); };
    WorldTables t =
        armed_country(s.uniform() < 0.3 ? Representation::individual : Representation::cohort,
                      static_cast<Persons>(1 + 4 * below(2)));
    t.settings.days = static_cast<Day>(40 + below(120));
    t.settings.step_days = std::vector<Day>{1, 5, 7, 30}[below(4)];
    for (HomePopulation& h : t.populations)
        h = people(index(h.place), index(h.group), static_cast<Persons>(below(900)));
    if (s.uniform() < 0.5) {
        t.actors.push_back({"Splinter", ActorKind::rebel_group, {GroupId(below(3))}});
        t.actors.back().latent = static_cast<Latent>(below(4));
        t.actors.back().parent = ActorId(rebels);
        if (s.uniform() < 0.3) t.actors.back().joins = ActorId(army);
    }
    t.actors[militia].objective = static_cast<Objective>(below(4));
    if (s.uniform() < 0.3) t.settings.capital = PlaceId(static_cast<std::uint32_t>(below(5)));
    for (const Actor& a : t.actors)
        number(t, "actor." + a.name + ".fighters", static_cast<double>(below(400)));
    t.control.clear();
    for (std::size_t p = 0; p < 5; ++p)
        for (std::size_t a = 0; a < t.actors.size(); ++a)
            if (s.uniform() < 0.5) {
                const double share = s.uniform() / static_cast<double>(t.actors.size());
                t.control.push_back(
                    {PlaceId(p), ActorId(a), share, share / 2, std::min(1.0, share * 1.5)});
            }
    for (const Actor& a : t.actors)
        for (const Actor& b : t.actors)
            if (a.name != b.name && s.uniform() < 0.4)
                number(t, "relation." + a.name + "." + b.name, 2 * s.uniform() - 1);
    for (Trigger& x : t.triggers) {
        if (s.uniform() < 0.5)
            x.day = static_cast<Day>(below(static_cast<std::size_t>(t.settings.days)));
        number(t, "trigger." + x.name + ".strength", s.uniform());
    }
    t.triggers.push_back(
        trigger("Arrival", TriggerKind::deployment, static_cast<Day>(below(40)), ActorId(mission)));
    t.triggers.push_back(trigger("Exit", TriggerKind::peacekeeper_exit, static_cast<Day>(below(99)),
                                 ActorId(mission)));
    if (s.uniform() < 0.5) t.triggers.back().places = {PlaceId(2), PlaceId(0)};
    number(t, "trigger.Arrival.fighters", static_cast<double>(below(300)));
    for (const ParameterTable table : parameter_tables())
        for (const ParameterSpec& p : table) {
            const bool of_civilians =
                p.name.starts_with("population.") || p.name.starts_with("monitoring.");
            if (!of_civilians && s.uniform() < 0.5)
                set(t, std::string(p.name), p.low + (p.high - p.low) * s.uniform());
        }
    for (const std::size_t client : {militia, rebels}) {
        if (s.uniform() < 0.5) continue;
        t.actors[client].patron = ActorId(client == rebels && s.uniform() < 0.5 ? army : mission);
        t.actors[client].sanctuary = {PlaceId(below(6))};
        number(t, "actor." + t.actors[client].name + ".support", static_cast<double>(below(400)));
        number(t, "actor." + t.actors[client].name + ".veto", s.uniform());
    }
    return t;
}

namespace detail {

/// A random order of a table: to[old] = new.
template <class T>
std::vector<std::size_t> shuffle(std::vector<T>& table, Stream& luck) {
    std::vector<std::size_t> to(table.size());
    std::iota(to.begin(), to.end(), std::size_t{0});
    for (std::size_t i = to.size(); i > 1; --i) std::swap(to[i - 1], to[luck.below(i)]);
    std::vector<T> mixed(table.size());
    for (std::size_t old = 0; old < to.size(); ++old) mixed[to[old]] = table[old];
    table = std::move(mixed);
    return to;
}

template <class Id>
void redirect(Id& id, const std::vector<std::size_t>& to) {
    if (id != none<Id>()) id = static_cast<Id>(to[index(id)]);
}

}  // namespace detail

/// The same country with every table in another order.
inline WorldTables declared_otherwise(WorldTables t, Stream& luck) {
    using detail::redirect;
    const auto places = detail::shuffle(t.places, luck);
    const auto groups = detail::shuffle(t.groups, luck);
    const auto actors = detail::shuffle(t.actors, luck);
    for (Route& r : t.routes) {
        redirect(r.a, places), redirect(r.b, places);
        if (luck.uniform() < 0.5) std::swap(r.a, r.b);
    }
    for (HomePopulation& h : t.populations) redirect(h.place, places), redirect(h.group, groups);
    for (Actor& a : t.actors) {
        for (GroupId& g : a.claims) redirect(g, groups);
        redirect(a.parent, actors), redirect(a.joins, actors), redirect(a.patron, actors);
        for (PlaceId& p : a.sanctuary) redirect(p, places);
    }
    redirect(t.settings.capital, places);
    for (Pact& pact : t.pacts) redirect(pact.a, actors), redirect(pact.b, actors);
    for (Control& c : t.control) redirect(c.place, places), redirect(c.actor, actors);
    for (Trigger& x : t.triggers) {
        redirect(x.actor, actors), redirect(x.target, actors), redirect(x.group, groups);
        for (PlaceId& p : x.places) redirect(p, places);
    }
    detail::shuffle(t.routes, luck);
    detail::shuffle(t.populations, luck);
    detail::shuffle(t.control, luck);
    detail::shuffle(t.triggers, luck);
    return t;
}

/// What the whole run of a member left behind, as one number.
inline std::uint64_t hash_of(const WorldTables& tables, std::uint64_t member = 0) {
    const World world = World::build(tables);
    RunRequest request;
    request.seed = 5;
    request.member = member;
    return run_member(world, request).hash;
}

}  // namespace forestall::test
