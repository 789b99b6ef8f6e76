// SPDX-License-Identifier: Apache-2.0
#include "world/world.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <numeric>

#include "core/random.hpp"
#include "world/builders.hpp"

namespace forestall {
namespace {

using test::place;
using test::route;

/// Something in every table.
WorldTables full_tables() {
    WorldTables t = test::grid(4);
    for (std::size_t p = 0; p < t.places.size(); ++p) t.places[p].country = p % 4 < 2 ? "Aru" : "Besh";
    t.places[5].capacity = 5000;
    for (std::size_t r = 0; r < t.routes.size(); ++r) {
        t.routes[r].km = 10 + static_cast<double>(r);
        t.routes[r].forwarding = static_cast<Forwarding>(r % 4);
    }
    t.routes.push_back(route(5, 1, 3));  // a shorter twin of an earlier route
    t.routes.push_back(route(1, 5, 99));
    t.groups.push_back({"Coast people", PoliticalStatus::irrelevant});
    t.populations.push_back({PlaceId{2}, GroupId{2}, 500, 400, 700});
    t.closures = {
        {.what = Closure::What::place,
         .place = PlaceId{3},
         .from_country = {},
         .to_country = {},
         .first = 4,
         .last = 9},
        {.what = Closure::What::route, .route = RouteId{7}, .from_country = {}, .to_country = {}, .first = 2},
        {.what = Closure::What::route, .route = RouteId{24}, .from_country = {}, .to_country = {}, .first = 2},
        {.what = Closure::What::border, .from_country = "Aru", .to_country = "Besh", .first = 30, .last = 40}};
    for (std::uint32_t i = 0; i < 6; ++i) {
        ScheduledViolence v;
        v.place = static_cast<PlaceId>(i * 2);
        v.first = static_cast<Day>(10 - i);
        v.last = 20;
        v.actor = static_cast<ActorId>(i % 2);
        if (i > 2) v.target = static_cast<GroupId>(i % 3);
        v.civilian_deaths = Distribution::constant(i);
        t.violence.push_back(v);
    }
    for (std::uint32_t i = 0; i < 6; ++i)
        t.control.push_back({PlaceId{i}, ActorId{i % 2}, 0.1 * (i + 1), 0.1 * i, 0.1 * (i + 2)});
    t.actors[1].claims = {GroupId{0}, GroupId{2}};
    t.triggers = {{"Vote", TriggerKind::election, none<ActorId>(), none<ActorId>(), GroupId{2}, 30},
                  {"Push", TriggerKind::offensive, ActorId{0}, ActorId{1}, none<GroupId>(), -1},
                  {"Coup", TriggerKind::coup, none<ActorId>(), none<ActorId>(), none<GroupId>(), 9}};
    t.parameters["x.y"] = Distribution::constant(2);
    return t;
}

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
                r.forwarding = r.forwarding == Forwarding::to_a ? Forwarding::to_b : Forwarding::to_a;
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
    for (Actor& a : t.actors)
        for (GroupId& g : a.claims) redirect(g, groups);
    for (Control& c : t.control) redirect(c.place, places), redirect(c.actor, actors);
    for (Trigger& x : t.triggers) redirect(x.actor, actors), redirect(x.target, actors), redirect(x.group, groups);
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

TEST(World, DigestFeelsEveryTable) {
    const std::vector<std::function<void(WorldTables&)>> edits = {
        [](auto& t) { t.settings.title = "Another"; },
        [](auto& t) { t.settings.prescribed_total = {1}; },
        [](auto& t) { t.places[3].hardship = 0.25; },
        [](auto& t) { t.places[5].capacity.reset(); },
        [](auto& t) { t.routes[2].km += 1; },
        [](auto& t) { t.groups[0].status = PoliticalStatus::monopoly; },
        [](auto& t) { t.actors[1].kind = ActorKind::rebel_group; },
        [](auto& t) { t.populations[0] = test::people(0, 0, 101); },
        [](auto& t) { t.closures[0].last = 10; },
        [](auto& t) { t.violence[0].target = GroupId{0}; },
        [](auto& t) { t.violence[1].civilian_deaths.args[0] = 7; },
        [](auto& t) { t.settings.violence_mode = ViolenceMode::endogenous; },
        [](auto& t) { t.settings.switched_off = {"battles"}; },
        [](auto& t) { t.settings.conditioned_on = "an offensive"; },
        [](auto& t) { t.actors[0].protects = true; },
        [](auto& t) { t.actors[1].claims.pop_back(); },
        [](auto& t) { t.control[2].share += 0.01; },
        [](auto& t) { t.control[2].high += 0.01; },
        [](auto& t) { t.triggers[0].day = 31; },
        [](auto& t) { t.triggers[1].target = ActorId{0}; },
        [](auto& t) { t.triggers[2].kind = TriggerKind::election; },
        [](auto& t) { t.triggers[0].group = GroupId{1}; },
        [](auto& t) { t.parameters["x.y"].args[0] = 3; },
        [](auto& t) { t.parameters["x.z"] = Distribution::constant(2); }};
    const std::uint64_t digest = World::build(full_tables()).digest();
    for (std::size_t i = 0; i < edits.size(); ++i) {
        WorldTables t = full_tables();
        edits[i](t);
        EXPECT_NE(World::build(t).digest(), digest) << "edit " << i;
    }
}

TEST(World, KeepsTheShortestOfParallelRoutesAndItsClosures) {
    WorldTables t = test::two_towns();
    t.routes = {route(0, 1, 30), route(1, 0, 20), route(0, 1, 40)};
    t.routes[1].forwarding = Forwarding::to_a;  // a is Mill here
    t.closures = {
        {.what = Closure::What::route, .route = RouteId{2}, .from_country = {}, .to_country = {}, .first = 1}};
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
    EXPECT_NE(small.address(small.cell(PlaceId{0}, GroupId{1})), small.address(small.cell(PlaceId{1}, GroupId{0})));
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
        {"route that does not exist", [](auto& t) { t.closures.resize(1), t.closures[0].route = RouteId{1}; }},
        {"two countries", [](auto& t) { t.closures.resize(1), t.closures[0].what = Closure::What::border; }},
        {"before it begins", [](auto& t) { t.closures.resize(1), t.closures[0].first = 3, t.closures[0].last = 2; }},
        {"actor does not exist", [](auto& t) { t.violence.resize(1), t.violence[0].actor = ActorId{2}; }},
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
    for (const TriggerKind kind : {TriggerKind::leader_killed, TriggerKind::offensive, TriggerKind::deployment,
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
