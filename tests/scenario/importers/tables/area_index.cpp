// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/area_index.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "scenario/importers/tables/maps.hpp"

namespace forestall::testing {
namespace {

std::vector<Area> three() { return read_areas("map.geojson", three_areas()).areas; }

/// The map of three_areas() in inequalities; -1: in none.
int by_hand(double x, double y) {
    const auto within = [&](double west, double south, double side) {
        return x > west && x < west + side && y > south && y < south + side;
    };
    if (within(0, 0, 1)) return 0;
    if (within(1, 0, 1)) return within(1.25, 0.25, 0.5) ? -1 : 1;
    return within(2, 0, 1) || within(2, -2, 1) ? 2 : -1;
}

TEST(AreaIndex, FindsWhatInequalitiesFind) {
    const auto all = three();
    const AreaIndex index(all);
    std::mt19937_64 random(3);
    int in_none = 0;
    for (int i = 0; i < 20'000; ++i) {
        const double x = static_cast<double>(random() % 1'000'003) / 200'000 - 1;
        const double y = static_cast<double>(random() % 1'000'003) / 200'000 - 2.5;
        const auto found = index.holding({x, y});
        ASSERT_EQ(found ? static_cast<int>(*found) : -1, by_hand(x, y)) << x << " " << y;
        in_none += found ? 0 : 1;
    }
    EXPECT_GT(in_none, 10'000);
}

TEST(AreaIndex, GivesABorderToTheFirstArea) {
    const auto all = three();
    const AreaIndex index(all);
    EXPECT_EQ(index.holding({1, 0.5}), 0U);
    EXPECT_EQ(index.holding({2, 0.5}), 1U);
    EXPECT_EQ(index.holding({0, 0}), 0U);
    EXPECT_EQ(index.holding({1.25, 0.5}), 1U);
}

TEST(AreaIndex, TakesRingsEitherWayRoundAndOpen) {
    const Area area{"A", "A", "", {{{{0, 0}, {0, 1}, {1, 1}, {1, 0}}, {}}}};
    const AreaIndex index(std::span(&area, 1));
    EXPECT_EQ(index.holding({0.5, 0.5}), 0U);
    EXPECT_EQ(index.holding({1.5, 0.5}), std::nullopt);
}

TEST(AreaIndex, FindsTheNearestWithinItsReach) {
    const auto all = three();
    const AreaIndex index(all);
    EXPECT_EQ(index.nearest({-0.05, 0.5}, 10), 0U);  // 5.6 km
    EXPECT_EQ(index.nearest({-0.15, 0.5}, 10), std::nullopt);
    EXPECT_EQ(index.nearest({1.5, 0.3}, 10), 1U);  // in the hole
    EXPECT_EQ(index.nearest({2.5, -0.9}, 50), 2U);
    EXPECT_EQ(index.nearest({0.5, 0.5}, 0), 0U);
}

TEST(AreaIndex, MeasuresDegreesOfLongitudeWhereTheyAreShort) {
    const Area area{"A", "A", "", {{{{0, 60}, {1, 60}, {1, 61}, {0, 61}}, {}}}};
    const AreaIndex index(std::span(&area, 1));
    EXPECT_EQ(index.nearest({1.17, 60.5}, 10), 0U);  // 9.3 km; 18.9 at the equator
    EXPECT_EQ(index.nearest({1.2, 60.5}, 10), std::nullopt);
}

TEST(SquareKm, IsThatOfTheEllipsoidLessHoles) {
    const auto all = three();
    const double degree = 12308.8;  // a square of a degree at the equator, WGS84
    EXPECT_NEAR(square_km(all[0]), degree, 1);
    EXPECT_NEAR(square_km(all[1]) / square_km(all[0]), 0.75, 1e-4);
    EXPECT_NEAR(square_km(all[2]) / square_km(all[0]), 2, 2e-3);
}

TEST(PointIn, LiesInTheAreaAlsoOfAHorseshoe) {
    auto all = three();
    all.push_back(
        {"U", "U", "", {{{{0, 0}, {9, 0}, {9, 9}, {8, 9}, {8, 1}, {1, 1}, {1, 9}, {0, 9}}, {}}}});
    for (const Area& area : all) {
        const AreaIndex index(std::span(&area, 1));
        EXPECT_EQ(index.holding(point_in(area)), 0U) << area.name;
    }
}

}  // namespace
}  // namespace forestall::testing
