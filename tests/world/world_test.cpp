// SPDX-License-Identifier: Apache-2.0
#include "world/world.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <numeric>

#include "core/random.hpp"
#include "world/builders.hpp"
#include "world/full_tables.hpp"

namespace forestall {
namespace {

using test::full_tables;
using test::place;
using test::route;

/// A random order of a table: to[old] = new.
template <class T>
std::vector<std::size_t> shuffle(std::vector<T>& table, Stream& luck) {
    std::vector<std::size_t> to(table.size());
    std::iota(to.begin(), to.end(), std::size_t{0});
    for (std::size_t i = to.size(); i > 1; --i) std::swap(to[i - 1], to[luck.below(i)]);
    std::vector<T> mixed(table.size());
    for (std::size_t old = 0; old < to.size(); ++old) mixed[to[old]] = table[old];
    table = mixed;
    return to;
}

template <class Id>
void redirect(Id& id, const std::vector<std::size_t>& to) {
    if (id != none<Id>()) id = static_cast<Id>(to[index(id)]);
}

WorldTables declared_otherwise(WorldTables t, Stream& luck) {
    const auto places = shuffle(t.places, luck);
    const auto groups = shuffle(t.groups, luck);
    const auto actors = shuffle(t.actors, luck);
    for (Route& r : t.routes) {
        redirect(r.a, places);
        redirect(r.b, places);
        if (luck.uniform() < 0.5) {
            std::swap(r.a, r.b);
            if (r.forwarding == Forwarding::to_a || r.forwarding == Forwarding::to_b)
                r.forwarding =
                    r.forwarding == Forwarding::to_a ? Forwarding::to_b : Forwarding::to_a;
        }
    }
    const auto routes = shuffle(t.routes, luck);
    for (HomePopulation& p : t.populations) redirect(p.place, places), redirect(p.group, groups);
    for (Closure& c : t.closures) {
        if (c.what == Closure::What::place) redirect(c.place, places);
        if (c.what == Closure::What::route) redirect(c.route, routes);
    }
    for (ScheduledViolence& v : t.violence)
        redirect(v.place, places), redirect(v.actor, actors), redirect(v.target, groups);
    for (Actor& a : t.actors) {
        for (GroupId& g : a.claims) redirect(g, groups);
        if (a.parent != none<ActorId>()) redirect(a.parent, actors);
        if (a.joins != none<ActorId>()) redirect(a.joins, actors);
        if (a.patron != none<ActorId>()) redirect(a.patron, actors);
        for (PlaceId& p : a.sanctuary) redirect(p, places);
    }
    redirect(t.settings.capital, places);
    for (Pact& pact : t.pacts) {
        redirect(pact.a, actors), redirect(pact.b, actors);
        if (luck.uniform() < 0.5) std::swap(pact.a, pact.b);
    }
    for (Trigger& x : t.triggers)
        for (PlaceId& place : x.places) redirect(place, places);
    for (Control& c : t.control) redirect(c.place, places), redirect(c.actor, actors);
    const auto interventions = shuffle(t.interventions, luck);
    const auto partners = shuffle(t.partners, luck);
    for (Partner& p : t.partners) shuffle(p.coordinates, luck), shuffle(p.competes, luck);
    for (Option& o : t.options)
        for (PlannedAction& m : o.actions) {
            m.intervention = interventions[m.intervention];
            if (m.partner >= 0)
                m.partner = static_cast<int>(partners[static_cast<std::size_t>(m.partner)]);
            for (ActorId& a : m.actors) redirect(a, actors);
            for (GroupId& g : m.groups) redirect(g, groups);
            for (PlaceId& p : m.places) redirect(p, places);
            shuffle(m.actors, luck), shuffle(m.groups, luck), shuffle(m.places, luck);
        }
    shuffle(t.options, luck);
    shuffle(t.settings.switched_off, luck);
    for (Trigger& x : t.triggers)
        redirect(x.actor, actors), redirect(x.target, actors), redirect(x.group, groups);
    shuffle(t.control, luck);
    shuffle(t.triggers, luck);
    shuffle(t.populations, luck);
    shuffle(t.closures, luck);
    shuffle(t.violence, luck);
    return t;
}

TEST(World, DoesNotDependOnTheOrderOfDeclaration) {
    const World world = World::build(full_tables());
    Stream luck(1, 0, 0);
    for (int i = 0; i < 50; ++i) {
        const World other = World::build(declared_otherwise(full_tables(), luck));
        ASSERT_EQ(other.digest(), world.digest());
        ASSERT_EQ(other.graph().arcs(), world.graph().arcs());
        for (std::size_t arc = 0; arc < world.graph().arcs(); ++arc)
            ASSERT_EQ(other.graph().arc_to(arc), world.graph().arc_to(arc));
        for (std::size_t c = 0; c < world.cells(); ++c)
            ASSERT_EQ(other.address(static_cast<CellId>(c)), world.address(static_cast<CellId>(c)));
    }
}

TEST(World, KeepsTheShortestOfParallelRoutesAndItsClosures) {
    WorldTables t = test::two_towns();
    t.routes = {route(0, 1, 30), route(1, 0, 20), route(0, 1, 40)};
    t.routes[1].forwarding = Forwarding::to_a;  // a is Mill here
    t.closures = {{.what = Closure::What::route,
                   .route = RouteId{2},
                   .from_country = {},
                   .to_country = {},
                   .first = 1}};
    const World world = World::build(t);
    ASSERT_EQ(world.routes().size(), 1u);
    EXPECT_EQ(world.routes()[0].km, 20);
    EXPECT_EQ(world.routes()[0].forwarding, Forwarding::to_b) << "Mill is b once ends are in order";
    EXPECT_EQ(world.closures()[0].route, RouteId{0});
}

TEST(World, KnowsWhichRoutesCrossABorder) {
    const World world = World::build(test::two_countries());
    EXPECT_FALSE(world.routes()[0].crosses_border);
    EXPECT_TRUE(world.routes()[1].crosses_border);
}

TEST(World, APopulationWithoutARangeIsCertain) {
    WorldTables t = test::two_towns();
    t.populations[0].low = t.populations[0].high = 0;
    const World world = World::build(t);
    EXPECT_EQ(world.populations()[0].low, 1000);
    EXPECT_EQ(world.populations()[0].high, 1000);
}

TEST(World, AddressesComeFromNamesSoOtherPlacesDoNotShiftThem) {
    const World small = World::build(test::two_towns());
    WorldTables t = test::two_towns();
    t.places.push_back(place("Abbey"));
    t.groups.push_back({"Coast people", PoliticalStatus::irrelevant});
    const World large = World::build(t);
    ASSERT_NE(small.place("Mill"), large.place("Mill"));
    EXPECT_EQ(small.address(small.place("Mill")), large.address(large.place("Mill")));
    EXPECT_EQ(small.address(small.cell(small.place("Mill"), small.group("Lowlanders"))),
              large.address(large.cell(large.place("Mill"), large.group("Lowlanders"))));
    EXPECT_NE(small.address(small.cell(PlaceId{0}, GroupId{1})),
              small.address(small.cell(PlaceId{1}, GroupId{0})));
}

TEST(World, CellsAndTheirPlacesAndGroupsAreOneToOne) {
    const World world = World::build(full_tables());
    for (std::size_t c = 0; c < world.cells(); ++c) {
        const auto cell = static_cast<CellId>(c);
        EXPECT_EQ(world.cell(world.place_of(cell), world.group_of(cell)), cell);
    }
}

TEST(World, FindsByNameAndSaysWhatItDoesNotKnow) {
    const World world = World::build(test::two_towns());
    EXPECT_EQ(world.place("Mill"), PlaceId{1});
    EXPECT_EQ(world.actor("Valley Militia"), ActorId{1});
    EXPECT_THROW(world.group("Islanders"), std::out_of_range);
}

TEST(World, RefusesTablesALoaderShouldHaveRefused) {
    struct Fault {
        const char* says;
        std::function<void(WorldTables&)> edit;
    };
    const std::vector<Fault> faults = {
        {"at least one place", [](auto& t) { t.places.clear(); }},
        {"at least one identity group", [](auto& t) { t.groups.clear(); }},
        {"named 'Mill'", [](auto& t) { t.places[0].name = "Mill"; }},
        {"has no name", [](auto& t) { t.actors[0].name = ""; }},
        {"latitude", [](auto& t) { t.places[0].latitude = 91; }},
        {"hardship", [](auto& t) { t.places[0].hardship = -0.1; }},
        {"capacity", [](auto& t) { t.places[0].capacity = -1; }},
        {"does not exist", [](auto& t) { t.routes[0].b = PlaceId{2}; }},
        {"same place", [](auto& t) { t.routes[0].b = PlaceId{0}; }},
        {"more than 0 km", [](auto& t) { t.routes[0].km = 0; }},
        {"does not exist", [](auto& t) { t.populations[0].group = GroupId{2}; }},
        {"low <= persons", [](auto& t) { t.populations[0].high = 10; }},
        {"given twice", [](auto& t) { t.populations.push_back(t.populations[1]); }},
        {"route that does not exist",
         [](auto& t) { t.closures.resize(1), t.closures[0].route = RouteId{1}; }},
        {"two countries",
         [](auto& t) { t.closures.resize(1), t.closures[0].what = Closure::What::border; }},
        {"before it begins",
         [](auto& t) { t.closures.resize(1), t.closures[0].first = 3, t.closures[0].last = 2; }},
        {"actor does not exist",
         [](auto& t) { t.violence.resize(1), t.violence[0].actor = ActorId{2}; }},
        {"intensity", [](auto& t) { t.violence.resize(1), t.violence[0].intensity = 1.5; }},
        {"step", [](auto& t) { t.settings.step_days = 0; }}};
    for (const Fault& fault : faults) {
        WorldTables t = test::two_towns();
        fault.edit(t);
        try {
            World::build(t);
            ADD_FAILURE() << "let pass: " << fault.says;
        } catch (const std::invalid_argument& e) {
            EXPECT_THAT(e.what(), testing::HasSubstr(fault.says));
        }
    }
}

TEST(World, RefusesTriggersThatDoNotSayWhom) {
    for (const TriggerKind kind :
         {TriggerKind::leader_killed, TriggerKind::offensive, TriggerKind::deployment,
          TriggerKind::peacekeeper_exit, TriggerKind::spoiler}) {
        WorldTables t = test::two_towns();
        t.triggers = {{"It", kind, none<ActorId>(), ActorId{1}, none<GroupId>(), 3}};
        EXPECT_THROW(World::build(t), std::invalid_argument);
        t.triggers[0].actor = ActorId{0};
        EXPECT_NO_THROW(World::build(t));
    }
    WorldTables t = test::two_towns();
    t.triggers = {{"It", TriggerKind::offensive, ActorId{0}, none<ActorId>(), none<GroupId>(), 3}};
    EXPECT_THROW(World::build(t), std::invalid_argument);
}

}  // namespace
}  // namespace forestall
