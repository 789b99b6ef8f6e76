// SPDX-License-Identifier: Apache-2.0
#include "world/roads.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "world/builders.hpp"

namespace forestall {
namespace {

TEST(Roads, AreTheShortestWhetherKeptOrNot) {
    WorldTables t = test::grid(5, 10);
    t.routes.push_back(test::route(0, 24, 25));
    for (const bool keep : {true, false}) {
        const Roads roads(t.places, t.routes, keep);
        const auto ways = roads.from(PlaceId{0});
        EXPECT_EQ(ways->km[PlaceId{0}], 0);
        EXPECT_EQ(ways->km[PlaceId{24}], 25);
        EXPECT_EQ(ways->km[PlaceId{23}], 35);
        EXPECT_EQ(ways->km[PlaceId{12}], 40);
        double km = 0;
        for (PlaceId p{18}; p != PlaceId{0}; p = ways->previous[p])
            km += ways->km[p] - ways->km[ways->previous[p]];
        EXPECT_EQ(km, ways->km[PlaceId{18}]);
    }
}

TEST(Roads, DoNotLeadAbroad) {
    const World world = World::build(test::two_countries());
    const PlaceId refuge = world.place("Refuge");
    EXPECT_TRUE(std::isinf(world.roads().from(world.place("Ford"))->km[refuge]));
    EXPECT_EQ(world.roads().next_to(world.place("Mill")).size(), 1u);
}

TEST(Roads, LeadToASanctuaryAbroadAndBackButNotThroughIt) {
    WorldTables t = test::two_countries();
    t.places.push_back(test::place("Shelf"));
    t.routes.push_back(test::route(2, 3, 10));
    const std::vector<PlaceId> sanctuaries{PlaceId{2}};
    const Roads roads(t.places, t.routes, true, sanctuaries);
    EXPECT_EQ(roads.from(PlaceId{0})->km[PlaceId{2}], 150);
    EXPECT_TRUE(std::isinf(roads.from(PlaceId{0})->km[PlaceId{3}])) << "armies do not pass Besh";
    EXPECT_EQ(roads.from(PlaceId{2})->km[PlaceId{3}], 10);
    EXPECT_EQ(roads.from(PlaceId{2})->km[PlaceId{0}], 150);
}

TEST(Roads, ToTheNearestAreTheLeastOfThoseFromEach) {
    const WorldTables t = test::grid(6, 10);
    const Roads roads(t.places, t.routes, true);
    const std::vector<PlaceId> some{PlaceId{3}, PlaceId{20}, PlaceId{35}};
    const auto km = roads.to_nearest(some);
    for (const PlaceId p : km.ids()) {
        double least = INFINITY;
        for (const PlaceId from : some) least = std::min(least, roads.from(from)->km[p]);
        EXPECT_EQ(km[p], least);
    }
}

}  // namespace
}  // namespace forestall
