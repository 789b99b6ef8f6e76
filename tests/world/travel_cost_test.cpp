// SPDX-License-Identifier: Apache-2.0
#include "world/travel_cost.hpp"

#include <gtest/gtest.h>

#include "core/random.hpp"
#include "world/builders.hpp"

namespace forestall {
namespace {

TEST(TravelCost, IsDistanceWhereItIsSafe) {
    EXPECT_EQ(travel_cost(100, true, 0, false, {}), 100 * cost_per_km);
    EXPECT_EQ(travel_cost(0.126, true, 0, false, {}), 13u);
}

TEST(TravelCost, GrowsInProportionToDangerAtTheFarEnd) {
    const TravelTerms terms{.danger_factor = 4};
    EXPECT_EQ(travel_cost(100, true, 0.5, false, terms), 300 * cost_per_km);
    EXPECT_EQ(travel_cost(100, true, 1, false, terms), 500 * cost_per_km);
    EXPECT_EQ(travel_cost(100, true, 7, false, terms), 500 * cost_per_km) << "danger is a share";
}

TEST(TravelCost, ABorderCountsAsSoManyKilometresWhateverTheDanger) {
    const TravelTerms terms{.danger_factor = 1, .border_km = 25};
    EXPECT_EQ(travel_cost(100, true, 0, true, terms), 125 * cost_per_km);
    EXPECT_EQ(travel_cost(100, true, 1, true, terms), 225 * cost_per_km);
}

TEST(TravelCost, StaysFromOneToTheDearestUnlessClosed) {
    EXPECT_EQ(travel_cost(1e-9, true, 0, false, {}), 1u);
    EXPECT_EQ(travel_cost(1e300, true, 1, true, {.danger_factor = 1e9}), dearest_arc);
    EXPECT_EQ(travel_cost(1, false, 0, false, {}), unreachable);
}

TEST(TravelCost, GradesOfDangerKeepWaysStillWhileItDrifts) {
    const TravelTerms terms{.danger_factor = 10, .danger_grades = 10};
    EXPECT_EQ(travel_cost(100, true, 0.46, false, terms),
              travel_cost(100, true, 0.54, false, terms));
    EXPECT_EQ(travel_cost(100, true, 0.5, false, terms), 600 * cost_per_km);
    EXPECT_EQ(travel_cost(100, true, 1, false, terms), 1100 * cost_per_km);
    EXPECT_NE(travel_cost(100, true, 0.54, false, terms),
              travel_cost(100, true, 0.56, false, terms));
}

TEST(TravelCost, OnALineTheWayCostsTheSumOfItsLinksAndDangers) {
    const World world = World::build(test::line(12, 37.5));
    std::vector<double> danger(12, 0);
    danger[4] = 0.5;
    danger[9] = 1;
    const TravelTerms terms{.danger_factor = 3};
    std::vector<PathCost> costs(world.graph().arcs());
    travel_costs(world, OpenState(world), danger, terms, costs);
    SafePaths paths(world.graph(), {PlaceId{0}, PlaceId{11}});
    paths.set_costs(costs);
    for (std::size_t p = 0; p < 12; ++p) {
        double km = 0, km_up = 0;
        for (std::size_t q = 0; q < p; ++q) km += 37.5 * (1 + 3 * danger[q]);
        for (std::size_t q = p + 1; q < 12; ++q) km_up += 37.5 * (1 + 3 * danger[q]);
        EXPECT_EQ(paths.cost(0, static_cast<PlaceId>(p)), static_cast<PathCost>(km * cost_per_km));
        EXPECT_EQ(paths.cost(1, static_cast<PlaceId>(p)),
                  static_cast<PathCost>(km_up * cost_per_km));
    }
}

TEST(TravelCost, PeopleGoRoundADangerousPlaceWhenTheDetourIsShorterThanTheDanger) {
    const World world = World::build(test::grid(3));  // 0 1 2 / 3 4 5 / 6 7 8
    std::vector<double> danger(9, 0);
    danger[4] = 1;
    std::vector<PathCost> costs(world.graph().arcs());
    SafePaths paths(world.graph(), {PlaceId{5}});
    travel_costs(world, OpenState(world), danger, {.danger_factor = 1.5}, costs);
    paths.set_costs(costs);
    EXPECT_EQ(paths.next_hop(0, PlaceId{3}), PlaceId{4});
    EXPECT_EQ(paths.cost(0, PlaceId{3}), 35 * cost_per_km);
    travel_costs(world, OpenState(world), danger, {.danger_factor = 2.5}, costs);
    paths.set_costs(costs);
    EXPECT_EQ(paths.next_hop(0, PlaceId{3}), PlaceId{0});
    EXPECT_EQ(paths.cost(0, PlaceId{3}), 40 * cost_per_km);
}

TEST(TravelCost, RefusesTablesOfTheWrongLength) {
    const World world = World::build(test::line(3));
    std::vector<PathCost> costs(world.graph().arcs());
    EXPECT_THROW(travel_costs(world, OpenState(world), std::vector<double>(2), {}, costs),
                 std::invalid_argument);
}

}  // namespace
}  // namespace forestall
