// SPDX-License-Identifier: Apache-2.0
// Countries at war for tests of whole runs: one drawn by hand, small and with everything in it; and
// any number drawn at random.
#pragma once
#include <algorithm>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "core/random.hpp"
#include "engine/engine.hpp"
#include "world/builders.hpp"
#include "world/random_graph.hpp"

namespace forestall::test {

inline constexpr auto cohort = Representation::cohort;
inline constexpr auto individual = Representation::individual;
inline constexpr auto endogenous = DisplacementMode::endogenous;
inline constexpr auto prescribed = DisplacementMode::prescribed;

struct Kind {
    DisplacementMode mode = DisplacementMode::endogenous;
    Representation representation = Representation::cohort;
    Persons persons_per_agent = 1;
};

inline Closure closure(Closure::What what, std::size_t id, Day first, Day last) {
    Closure c{.what = what, .from_country = {}, .to_country = {}, .first = first, .last = last};
    if (what == Closure::What::place) c.place = static_cast<PlaceId>(id);
    if (what == Closure::What::route) c.route = static_cast<RouteId>(id);
    if (what == Closure::What::border) c.from_country = "Aru", c.to_country = "Besh";
    return c;
}

inline ScheduledViolence violence(std::size_t place, Day first, Day last, double intensity,
                                  Distribution civilians,
                                  ViolenceKind kind = ViolenceKind::one_sided) {
    ScheduledViolence v;
    v.place = static_cast<PlaceId>(place);
    v.kind = kind;
    v.first = first;
    v.last = last;
    v.intensity = intensity;
    v.civilian_deaths = std::move(civilians);
    v.battle_deaths = Distribution::constant(kind == ViolenceKind::battle ? 30 : 0);
    return v;
}

/// Throws when no such parameter exists: a renamed one would else be without effect.
inline void set(WorldTables& t, const std::string& parameter, double value) {
    const auto declares = [&](const ParameterTable& table) {
        return std::any_of(table.begin(), table.end(),
                           [&](const ParameterSpec& p) { return p.name == parameter; });
    };
    if (std::none_of(parameter_tables().begin(), parameter_tables().end(), declares))
        throw std::invalid_argument("no parameter is named " + parameter);
    t.parameters[parameter] = Distribution::constant(value);
}

/// Four towns in a row (0-3), 80 km apart; the camps Inland (4) and, in Besh, Over (5) and Yonder
/// (6); 60 days. Battles and massacres in the first two towns, calm afterwards; people leave,
/// travel through danger, move on, return and die; a camp and a border close for a while.
inline WorldTables country_at_war(const Kind& kind = {}) {
    WorldTables t = empty_country();
    t.settings.days = 60;
    t.settings.step_days = 5;
    t.settings.displacement = kind.mode;
    t.settings.representation = kind.representation;
    t.settings.persons_per_agent = kind.persons_per_agent;
    t.places = {place("A town"),
                place("B town"),
                place("C town"),
                place("D town"),
                place("Inland", "Aru", PlaceKind::camp),
                place("Over", "Besh", PlaceKind::camp),
                place("Yonder", "Besh", PlaceKind::camp)};
    t.places[4].capacity = 400;
    t.places[5].capacity = 900;
    t.places[1].access = 0.5;
    t.routes = {route(0, 1, 80), route(1, 2, 80), route(2, 3, 80),
                route(2, 4, 60), route(3, 5, 50), route(5, 6, 90)};
    t.populations = {people(0, 0, 600), people(0, 1, 150), people(1, 0, 300),
                     people(1, 1, 300), people(2, 1, 400), people(3, 1, 200)};
    t.violence = {violence(0, 0, 20, 1, Distribution::constant(60)),
                  violence(1, 4, 24, 0.6, Distribution::constant(25), ViolenceKind::battle),
                  violence(2, 30, 32, 0.4, Distribution::constant(8), ViolenceKind::communal)};
    t.violence[0].actor = ActorId{1};
    t.violence[0].target = GroupId{0};
    t.closures = {closure(Closure::What::place, 4, 12, 18),
                  closure(Closure::What::border, 0, 8, 14)};
    // Every parameter of the civilians is set, so that a new default is no new trajectory here.
    set(t, "population.alarm_memory", 60);
    set(t, "population.distance_reach", 300);
    set(t, "population.danger_detour", 0.5);
    set(t, "population.closed_border", 200);
    set(t, "population.danger_aversion", 10);
    set(t, "population.kin_pull", 2);
    set(t, "population.kin_familiar", 50);
    set(t, "population.host_attraction", 1);
    set(t, "population.host_size_exponent", 0.5);
    set(t, "population.origin_size_exponent", 0.5);
    set(t, "population.leave_rate", 0.05);
    set(t, "population.travel_speed", 60);
    set(t, "population.onward_rate", 0.01);
    set(t, "population.return_rate", 0.03);
    set(t, "population.calm_level", 0.5);
    set(t, "population.alarm_fade", 10);
    set(t, "population.alarm_reach", 40);
    set(t, "population.transit_death_rate", 0.02);
    set(t, "population.shelter_death_rate", 0.001);
    if (kind.mode == DisplacementMode::prescribed)
        for (Day d = 0; d < t.settings.days; ++d)
            t.settings.prescribed_total.push_back(40 + (d < 30 ? 18 * d : 18 * (60 - d)));
    return t;
}

/// Parameters drawn wide; more and less of everything.
inline WorldTables random_country(std::uint64_t seed, const Kind& kind) {
    Stream s(seed, 0, 0);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(s.below(n)); };
    const auto any_day = [&](Day days) {
        return static_cast<Day>(s.below(static_cast<std::uint64_t>(days) + 20)) - 10;
    };
    WorldTables t = empty_country();
    t.settings.days = static_cast<Day>(20 + below(100));
    t.settings.step_days = std::vector<Day>{1, 5, 7, 30}[below(4)];
    t.settings.displacement = kind.mode;
    t.settings.representation = kind.representation;
    t.settings.persons_per_agent = kind.persons_per_agent;
    t.settings.use_capacities = s.uniform() < 0.7;
    const std::size_t places = 3 + below(16);
    t.routes = road_network(places, places - 1 + below(places), seed + 1);
    for (Route& r : t.routes) {
        r.km = std::max(0.01, r.km * s.uniform());
        if (s.uniform() < 0.1) r.forwarding = static_cast<Forwarding>(below(4));
    }
    for (std::size_t g = 2; g < 2 + below(3); ++g)
        t.groups.push_back({numbered('g', g), PoliticalStatus::irrelevant});
    for (std::size_t p = 0; p < places; ++p) {
        const char* country = "Aru";
        if (s.uniform() >= 0.7) country = s.uniform() < 0.5 ? "Besh" : "Caro";
        t.places.push_back(place(numbered('P', p), country, static_cast<PlaceKind>(below(3))));
        if (p == 0) t.places[p].kind = PlaceKind::camp;
        if (s.uniform() < 0.4) t.places[p].capacity = static_cast<Persons>(below(2000));
        t.places[p].access = s.uniform();
        for (std::size_t g = 0; g < t.groups.size(); ++g) {
            if (s.uniform() < 0.3) continue;
            const auto n = static_cast<Persons>(below(800));
            t.populations.push_back(
                {PlaceId(p), GroupId(g), n, s.uniform() < 0.5 ? n : n / 2, n + n / 3});
        }
    }
    for (std::size_t i = 0; i < below(6); ++i) {
        const Day first = any_day(t.settings.days);
        const Day last = s.uniform() < 0.2 ? -1 : first + static_cast<Day>(below(40));
        const auto what = static_cast<Closure::What>(below(3));
        t.closures.push_back(closure(what,
                                     below(what == Closure::What::place ? places : t.routes.size()),
                                     first, std::max(last, -1)));
        if (t.closures.back().last >= 0)
            t.closures.back().last = std::max(t.closures.back().last, first);
    }
    for (std::size_t i = 0; i < 1 + below(8); ++i) {
        const Day first = any_day(t.settings.days);
        const Day last = s.uniform() < 0.2 ? -1 : std::max(0, first + static_cast<Day>(below(40)));
        auto v = violence(below(places), first, last, s.uniform(),
                          {Shape::uniform, {0, 300.0 * s.uniform(), 0}, {}},
                          static_cast<ViolenceKind>(below(3)));
        if (s.uniform() < 0.5) v.target = GroupId(below(t.groups.size()));
        if (s.uniform() < 0.5) v.actor = ActorId(below(t.actors.size()));
        t.violence.push_back(v);
    }
    for (const auto& [name, low, high] : std::vector<std::tuple<const char*, double, double>>{
             {"population.leave_rate", 0, 0.2},
             {"population.alarm_reach", 0, 300},
             {"population.alarm_fade", 1, 60},
             {"population.kin_pull", 0, 12},
             {"population.distance_reach", 50, 1000},
             {"population.travel_speed", 10, 400},
             {"population.onward_rate", 0, 0.1},
             {"population.return_rate", 0, 0.1},
             {"population.calm_level", 0.01, 1},
             {"population.transit_death_rate", 0, 0.05},
             {"population.shelter_death_rate", 0, 1e-3},
             {"population.closed_border", 0, 400}})
        if (s.uniform() < 0.8)
            t.parameters[name] = {Shape::uniform, {low, low + (high - low) * s.uniform(), 0}, {}};
    if (kind.mode == DisplacementMode::prescribed) {
        Persons total = static_cast<Persons>(below(500));
        for (Day d = 0; d < t.settings.days; ++d) {
            t.settings.prescribed_total.push_back(total);
            total = std::max<Persons>(0, total + static_cast<Persons>(below(300)) - 120);
        }
    }
    return t;
}

}  // namespace forestall::test
