// SPDX-License-Identifier: Apache-2.0
#include "population/destinations.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "population/rules/destination.hpp"
#include "population/scene.hpp"

namespace forestall {
namespace {

using test::place;
using test::route;
using test::Scene;

/// Home (0); camps Alpha (1) and Beta (2) in Aru, Gamma (3) in Besh: 90, 90 and 190 km away; the
/// town Town (4), 40 km.
WorldTables four_ways() {
    WorldTables t = test::empty_country();
    t.places = {place("Home"), place("KAlpha", "Aru", PlaceKind::camp),
                place("KBeta", "Aru", PlaceKind::camp), place("KGamma", "Besh", PlaceKind::camp),
                place("Town")};
    t.routes = {route(0, 1, 90), route(0, 2, 90), route(0, 3, 190), route(0, 4, 40)};
    t.populations = {test::people(0, 0, 1000), test::people(4, 1, 10000)};
    return t;
}

struct Ways {
    explicit Ways(WorldTables t, const PopulationParameters& p = test::at_rest())
        : scene(std::move(t), p), destinations(scene.world, p), kin(scene.world.places().size()) {}
    std::vector<double> of(std::size_t from, std::size_t home, bool may_stay = false) {
        std::vector<Persons> sheltered = stock;
        sheltered.resize(scene.world.places().size());
        destinations.refresh(scene.seen(), sheltered);
        std::vector<double> out;
        destinations.weights(scene.seen(), kin, from, home, may_stay, out);
        return out;
    }
    Scene scene;
    Destinations destinations;
    KinStock kin;
    std::vector<Persons> stock;
};

TEST(Destinations, FallWithDistanceOverAllPlacesButHome) {
    Ways ways(four_ways());
    const auto w = ways.of(0, 0);
    ASSERT_EQ(ways.destinations.candidates().size(), 5u);
    EXPECT_EQ(w[0], 0) << "home";
    EXPECT_NEAR(w[1], std::exp(-0.9), 1e-15);
    EXPECT_EQ(w[1], w[2]);
    EXPECT_NEAR(w[3], std::exp(-1.9), 1e-15);
    EXPECT_NEAR(w[4], std::exp(-0.4), 1e-15) << "a town of 10,000 draws like a camp";
}

TEST(Destinations, AreCampsOnlyWhereTheTotalIsPrescribed) {
    WorldTables t = four_ways();
    t.settings.displacement = DisplacementMode::prescribed;
    Ways ways(t);
    const auto all = ways.destinations.candidates();
    EXPECT_EQ(std::vector<std::uint32_t>(all.begin(), all.end()),
              (std::vector<std::uint32_t>{1, 2, 3}));
}

TEST(Destinations, BorderPointsAreNone) {
    WorldTables t = four_ways();
    t.places[1].kind = PlaceKind::border_point;
    Ways ways(t);
    EXPECT_EQ(ways.destinations.candidates().size(), 4u);
}

TEST(Destinations, NeitherWhereOneIsNorHome) {
    Ways ways(four_ways());
    const auto w = ways.of(2, 0);
    EXPECT_EQ(w[0], 0);
    EXPECT_EQ(w[2], 0);
    EXPECT_GT(w[1], 0);
}

TEST(Destinations, WhoIsOnTheRoadMayStayWhereItLedButNotAtHome) {
    Ways ways(four_ways());
    const auto w = ways.of(2, 0, true);
    EXPECT_EQ(w[2], 1) << "no way to go";
    EXPECT_EQ(w[0], 0);
    EXPECT_EQ(ways.of(0, 0, true)[0], 0);
}

TEST(Destinations, ClosedOnesAndThoseOutOfReachHaveNoWeight) {
    WorldTables t = four_ways();
    t.closures = {test::close_place(1, 0), test::close_route(3, 0)};  // Alpha; the road to Town
    Ways ways(t);
    const auto w = ways.of(0, 0);
    EXPECT_EQ(w[1], 0);
    EXPECT_GT(w[2], 0);
    EXPECT_EQ(w[4], 0);
}

TEST(Destinations, CampsDrawAlikeAndTownsByTheirSize) {
    WorldTables t = four_ways();
    t.places[1].capacity = 1000;
    t.places[2].capacity = 4000;
    t.populations[1].persons = t.populations[1].low = t.populations[1].high = 40000;
    auto p = test::at_rest();
    p.host_attraction = 3;
    Ways ways(t, p);
    const auto w = ways.of(0, 0);
    EXPECT_EQ(w[1], w[2]) << "planned size is no pull";
    EXPECT_NEAR(w[4], 3 * 2 * std::exp(-0.4), 1e-13);
}

TEST(Destinations, ACampPutsOffTheMoreTheFullerItIs) {
    WorldTables t = four_ways();
    t.places[1].capacity = 1000;
    Ways ways(t);
    const double empty = ways.of(0, 0)[1];
    ways.stock = {0, 250};
    EXPECT_NEAR(ways.of(0, 0)[1], 0.75 * empty, 1e-15);
    ways.stock = {0, 1000};
    EXPECT_NEAR(ways.of(0, 0)[1], rules::full_camp * empty, 1e-15)
        << "taken in where there is nowhere else";
    t.settings.use_capacities = false;
    Ways plain(t);
    plain.stock = {0, 1000};
    EXPECT_EQ(plain.of(0, 0)[1], empty);
}

TEST(Destinations, UneasePutsOff) {
    auto p = test::at_rest();
    p.danger_aversion = 3;
    Ways ways(four_ways(), p);
    const double calm = ways.of(0, 0)[1];
    ways.scene.unease[1] = 0.5;
    EXPECT_NEAR(ways.of(0, 0)[1], calm * std::exp(-1.5), 1e-15);
}

TEST(Destinations, KinDrawByTheirShare) {
    auto p = test::at_rest();
    p.kin_pull = 2;
    Ways ways(four_ways(), p);
    const auto before = ways.of(0, 0);
    ways.kin.add(0, 1, 60);
    ways.kin.add(0, 3, 39);
    const auto after = ways.of(0, 0);
    EXPECT_NEAR(after[1], before[1] * std::exp(2 * 60.0 / 149), 1e-15);
    EXPECT_NEAR(after[3], before[3] * std::exp(2 * 39.0 / 149), 1e-15);
    EXPECT_EQ(after[2], before[2]);
    EXPECT_EQ(ways.of(0, 4), [&] {
        auto p2 = before;
        p2[4] = 0;
        return p2;
    }()) << "another home, other kin";
}

TEST(Destinations, KeepUpWithTheWaysOfTheDay) {
    WorldTables t = four_ways();
    t.routes.push_back(route(1, 4, 60));
    t.closures = {test::close_route(0, 5)};  // Home - Alpha, from day 5
    Ways ways(t);
    EXPECT_NEAR(ways.of(0, 0)[1], std::exp(-0.9), 1e-15);
    EXPECT_NEAR(ways.of(1, 0)[2], std::exp(-1.8), 1e-15);
    ways.scene.day = 5;
    ways.scene.look();
    EXPECT_NEAR(ways.of(0, 0)[1], std::exp(-1.0), 1e-15) << "through Town";
    EXPECT_NEAR(ways.of(1, 0)[2], std::exp(-1.9), 1e-15);
    Ways fresh(t);
    fresh.scene.day = 5;
    fresh.scene.look();
    EXPECT_EQ(ways.of(0, 0), fresh.of(0, 0)) << "nothing stale";
}

TEST(KinStock, SumsByHome) {
    KinStock kin(3);
    kin.add(0, 2, 10);
    kin.add(0, 1, 5);
    kin.add(0, 2, -4);
    EXPECT_EQ(kin.away(0), 11);
    EXPECT_EQ(kin.away(1), 0);
    ASSERT_EQ(kin.of(0).size(), 2u);
    EXPECT_EQ(kin.of(0)[0].place, 1u);
    EXPECT_EQ(kin.of(0)[0].persons, 5);
    EXPECT_EQ(kin.of(0)[1].place, 2u);
    EXPECT_EQ(kin.of(0)[1].persons, 6);
}

TEST(KinStock, KeepsNothingOfWhomNobodyIsLeft) {
    KinStock kin(100'000);  // as a table of pairs this would be 80 GB
    kin.add(7, 99'999, 3);
    kin.add(7, 2, 4);
    kin.add(7, 99'999, -3);
    ASSERT_EQ(kin.of(7).size(), 1u);
    EXPECT_EQ(kin.of(7)[0].place, 2u);
    EXPECT_EQ(kin.away(7), 4);
}

}  // namespace
}  // namespace forestall
