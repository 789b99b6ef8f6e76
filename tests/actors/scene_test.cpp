// SPDX-License-Identifier: Apache-2.0
#include "actors/scene.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Scene, InitialForcesAddUpWhereControlIs) {
    for (std::uint64_t member = 0; member < 20; ++member) {
        SmallScene s(small_country(), member);
        EXPECT_EQ(s.scene.force(army), 300);
        EXPECT_EQ(s.scene.force(front), 200);
        EXPECT_EQ(s.scene.force(militia), 60);
        EXPECT_EQ(s.scene.fighters(army, ford), 300);
        EXPECT_EQ(s.scene.fighters(militia, mill), 30) << "as much control, as many people";
        for (const ActorId a : ids<ActorId>(s.scene.actors))
            for (const PlaceId p : ids<PlaceId>(s.scene.places)) {
                const auto& units = s.scene.units(a, p);
                EXPECT_EQ(std::accumulate(units.begin(), units.end(), Persons{0}),
                          s.scene.fighters(a, p));
            }
    }
}

TEST(Scene, CountsAnewWhereUnitsChangedOrEverywhereWithTheSameSums) {
    SmallScene s(small_country());
    s.scene.units(army, ford).push_back(17);
    s.scene.units(front, mill).clear();
    Scene all = s.scene;
    s.scene.recount(army, ford);
    s.scene.recount(front, mill);
    all.recount();
    EXPECT_EQ(s.scene.force(army), 317);
    EXPECT_EQ(s.scene.fighters, all.fighters);
    EXPECT_EQ(s.scene.forces, all.forces);
}

TEST(Scene, WhoHoldsNothingStandsAmongItsPeople) {
    WorldTables t = small_country();
    t.control.clear();
    t.populations = {people(ford, lowlanders, 900), people(mill, highlanders, 700)};
    SmallScene s(t);
    EXPECT_EQ(s.scene.fighters(army, ford), 300);
    EXPECT_EQ(s.scene.fighters(front, mill), 200);
}

TEST(Scene, SharesOfAPlaceSumToOneAtMostHoweverRangesFall) {
    WorldTables t = small_country();
    for (Control& c : t.control) c.low = 0, c.high = 1;
    double least = 2, most = 0;
    for (std::uint64_t member = 0; member < 200; ++member) {
        SmallScene s(t, member);
        const double sum = s.scene.control(ford, army) + s.scene.control(ford, militia);
        EXPECT_LE(sum, 1 + 1e-12);
        least = std::min(least, sum), most = std::max(most, sum);
    }
    EXPECT_LT(least, 0.6);
    EXPECT_GT(most, 0.99) << "ranges were drawn";
}

TEST(Scene, SaysWhoHoldsWhatShareOfThePeople) {
    SmallScene s;
    EXPECT_NEAR(s.scene.held(army), 0.35, 1e-12);
    EXPECT_NEAR(s.scene.held(militia), 0.2, 1e-12);
    EXPECT_NEAR(s.scene.rival_control(army, mill), 0.7, 1e-12);
    EXPECT_NEAR(s.scene.rival_control(front, ford), 0.7, 1e-12);
    EXPECT_EQ(s.scene.rival_control(army, ford), 0) << "the Militia is a friend";
}

TEST(Scene, TakesAGroupForTheEnemysWhereAnEnemySpeaksForIt) {
    SmallScene s;
    EXPECT_NEAR(s.scene.enemy_people(army, highlanders), 0.7, 1e-12);
    EXPECT_EQ(s.scene.enemy_people(army, lowlanders), 0);
    EXPECT_NEAR(s.scene.enemy_people(front, lowlanders), 0.7, 1e-12)
        << "the most hostile of Army and Militia";
}

TEST(Scene, ZonesRunFromTheIncumbentToTheChallenger) {
    SmallScene s;
    const auto zone = [&](double state, double against) {
        s.scene.control.fill(0);
        s.scene.control(ford, army) = state;
        s.scene.control(ford, front) = against;
        return s.scene.zone(ford);
    };
    EXPECT_EQ(zone(0.02, 0.02), 0);
    EXPECT_EQ(zone(0.95, 0.05), 1);
    EXPECT_EQ(zone(0.7, 0.3), 2);
    EXPECT_EQ(zone(0.2, 0.2), 3);
    EXPECT_EQ(zone(0.2, 0.8), 4);
    EXPECT_EQ(zone(0, 0.5), 5);
}

TEST(Scene, IncitementReachesThoseWhomTheLoudestSpeaksForAsFarAsMediaReach) {
    WorldTables t = small_country();
    t.places[index(mill)].access = 0.5;
    SmallScene s(t);
    s.scene.incitement = Table<ActorId, double>(std::vector{0.4, 0.0, 0.8});
    EXPECT_NEAR(s.scene.incited(ford, lowlanders, s.world), 0.8, 1e-12);
    EXPECT_NEAR(s.scene.incited(mill, lowlanders, s.world), 0.4, 1e-12);
    EXPECT_EQ(s.scene.incited(ford, highlanders, s.world), 0);
    s.scene.levers[lever<"media_reach">][ford] = 0;
    EXPECT_EQ(s.scene.incited(ford, lowlanders, s.world), 0);
}

TEST(Scene, HashFeelsWhatChanges) {
    const auto hash = [](const Scene& scene) {
        StateHash h;
        scene.hash(h);
        return h.digest();
    };
    SmallScene s;
    const auto before = hash(s.scene);
    Scene other = s.scene;
    EXPECT_EQ(hash(other), before);
    other.units(army, ford).push_back(5);
    EXPECT_NE(hash(other), before);
    other = s.scene;
    other.dyad(front, army).state = DyadState::talks;
    EXPECT_NE(hash(other), before);
    other = s.scene;
    other.injury(ford, lowlanders).add(1, 2);
    EXPECT_NE(hash(other), before);
}

TEST(Scene, ShelterIsForTheBackedAndBarsTheirEnemies) {
    WorldTables t = small_country();
    t.places.push_back(place("Refuge", "Besh", PlaceKind::camp));
    t.routes.push_back(route(1, 2, 50));
    t.actors.push_back({"Neighbour", ActorKind::external_patron});
    t.actors[index(front)].patron = ActorId{3};
    t.actors[index(front)].sanctuary = {mill, PlaceId{2}};
    SmallScene s(t);
    for (const PlaceId p : {mill, PlaceId{2}}) {
        s.scene.backing[front] = 1;
        EXPECT_TRUE(s.scene.sheltered(front, p));
        EXPECT_FALSE(s.scene.sheltered(army, p));
        EXPECT_FALSE(s.scene.closed(front, p));
        EXPECT_TRUE(s.scene.closed(army, p));
        s.scene.backing[front] = 0;
        EXPECT_FALSE(s.scene.sheltered(front, p));
        EXPECT_EQ(s.scene.closed(front, p), p != mill) << "abroad nobody is welcome any more";
        EXPECT_EQ(s.scene.closed(army, p), p != mill);
    }
    s.scene.backing[front] = 1;
    s.scene.relation(army, front) = s.scene.relation(front, army) = 0.5;
    EXPECT_FALSE(s.scene.closed(army, mill)) << "a friend of theirs";
    EXPECT_FALSE(s.scene.sheltered(front, ford));
}

TEST(Scene, HashFeelsBackingWhereThereIsAPatronAndOnlyThere) {
    const auto hash = [](SmallScene& s, double backing) {
        s.scene.backing[front] = backing;
        StateHash h;
        s.scene.hash(h);
        return h.digest();
    };
    SmallScene alone, backed([] {
        WorldTables t = small_country();
        t.actors[index(front)].patron = militia;
        return t;
    }());
    EXPECT_EQ(hash(alone, 0), hash(alone, 1));
    EXPECT_NE(hash(backed, 0), hash(backed, 1));
}

}  // namespace
}  // namespace forestall
