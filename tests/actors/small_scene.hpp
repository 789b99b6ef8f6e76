// SPDX-License-Identifier: Apache-2.0
// A small country at war, as its actors see it, for tests of what they want and do: all numbers
// plain and settable.
#pragma once
#include <gtest/gtest.h>

#include <initializer_list>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "actors/choice.hpp"
#include "actors/decision.hpp"
#include "actors/perception.hpp"
#include "actors/scene.hpp"
#include "world/builders.hpp"
#include "world/parameters.hpp"

namespace forestall::test {

inline constexpr ActorId army{0}, front{1}, militia{2};
inline constexpr GroupId highlanders{0}, lowlanders{1};
inline constexpr PlaceId ford{0}, mill{1};

/// "Ford" and "Mill", 40 km apart, 1,000 people of each group in each; "Army" of the Lowlanders, in
/// Ford; rebels "Front" of the Highlanders, in Mill; "Militia" of the Lowlanders, in both. 300, 200
/// and 60 fighters.
inline WorldTables small_country() {
    WorldTables t = two_towns();
    t.routes[0].km = 40;
    t.settings.violence_mode = ViolenceMode::endogenous;
    t.actors = {{"Army", ActorKind::government, {lowlanders}},
                {"Front", ActorKind::rebel_group, {highlanders}},
                {"Militia", ActorKind::militia, {lowlanders}}};
    t.control = {{ford, army, 0.7, 0.7, 0.7},
                 {mill, front, 0.7, 0.7, 0.7},
                 {ford, militia, 0.2, 0.2, 0.2},
                 {mill, militia, 0.2, 0.2, 0.2}};
    for (const auto& [name, n] : {std::pair{"Army", 300.0}, {"Front", 200.0}, {"Militia", 60.0}})
        t.parameters["actor." + std::string(name) + ".fighters"] = Distribution::constant(n);
    return t;
}

inline const std::vector<ParameterTable>& tables_of_actors() {
    static const std::vector<ParameterTable> tables = [] {
        std::vector<ParameterTable> out{decision_parameters, perception_parameters};
        for (const Motive* m : motives())
            if (!m->weighing.table.empty()) out.push_back(m->weighing.table);
        return out;
    }();
    return tables;
}

class SmallScene {
public:
    explicit SmallScene(WorldTables tables = small_country(), std::uint64_t member = 0)
        : world(World::build(std::move(tables))),
          luck(3, member),
          values(world, luck, tables_of_actors()),
          scene(world, values, luck) {}
    SmallScene(const SmallScene&) = delete;
    SmallScene& operator=(const SmallScene&) = delete;

    /// The Army's choice in Ford against the Highlanders and the Front; a move is to Mill.
    static Choice by_army(Action action) {
        return {.action = action,
                .actor = army,
                .place = ford,
                .group = highlanders,
                .other = front,
                .to = mill};
    }
    /// What one motive says of a choice, at the defaults of its parameters.
    double says(std::string_view motive, const Choice& choice, Ground* ground = nullptr) const {
        for (const Motive* m : motives())
            if (m->name == motive)
                return m->weighing.value(scene, choice, m->weighing.keep(values).get(), ground);
        throw std::invalid_argument("no motive is named " + std::string(motive));
    }
    double says(std::string_view motive, Action action, Ground* ground = nullptr) const {
        return says(motive, by_army(action), ground);
    }
    /// What a motive declares to bear on.
    static Actions bears_on(std::string_view motive) {
        for (const Motive* m : motives())
            if (m->name == motive) return m->bears_on;
        throw std::invalid_argument("no motive is named " + std::string(motive));
    }
    /// Has so many fighters of an actor stand at a place, as one unit.
    void post(ActorId actor, PlaceId place, Persons fighters) {
        scene.units(actor, place) = fighters > 0 ? std::vector{fighters} : std::vector<Persons>{};
        scene.recount();
    }
    /// Something of everything: no motive has reason to be silent but that it does not care.
    void stir() {
        for (auto* xs : Tables<double>{&scene.incitement, &scene.animus, &scene.pressure,
                                       &scene.threat, &scene.supply, &scene.protection})
            for (double& x : *xs) x = 0.5;
        for (double& x : scene.legitimacy) x = 0.3;
        for (auto* ms :
             Tables<Memory>{&scene.losing, &scene.attacked, &scene.wronged, &scene.injury,
                            &scene.campaign, &scene.offensive, &scene.shock})
            for (Memory& m : *ms) m = {0.5, 7};
        for (Dyad& d : scene.dyads) d = {DyadState::ceasefire, 0.2, 0, 0, 7};
        for (Persons& n : scene.mobilised) n = 100;
        for (const ActorId a : ids<ActorId>(scene.actors)) {
            scene.levers[lever<"mass_rate">][a] = -1;
            scene.levers[lever<"selective_rate">][a] = -1;
            scene.levers[lever<"battle_rate">][a] = -1;
            scene.levers[lever<"talk">][a] = 1;
        }
        for (const PlaceId p : ids<PlaceId>(scene.places)) scene.levers[lever<"lure">][p] = 1;
        for (ActorTraits& a : scene.who) a.resolve = 0.9;
        for (Career& c : scene.career) c.temper = 1;
    }

    World world;
    Luck luck;
    ParameterValues values;
    Scene scene;
};

/// A motive has something to say of these actions, in a country where much has happened, and of no
/// others.
inline void expect_speaks_only_of(std::string_view motive, const std::set<Action>& actions) {
    SmallScene s;
    s.stir();
    for (int i = 0; i <= static_cast<int>(Action::walk_out); ++i) {
        const auto action = static_cast<Action>(i);
        EXPECT_EQ(s.says(motive, action) != 0, actions.contains(action)) << action_name(action);
        EXPECT_TRUE(holds(s.bears_on(motive), action) || !actions.contains(action))
            << action_name(action);
    }
}

/// The memory of event 7 is given as the ground.
inline void expect_rests_on_event(const SmallScene& s, std::string_view motive, Action action) {
    Ground ground;
    EXPECT_NE(s.says(motive, action, &ground), 0);
    EXPECT_EQ(ground.event, 7);
}

}  // namespace forestall::test
