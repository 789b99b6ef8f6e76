// SPDX-License-Identifier: Apache-2.0
#include "design/latin.hpp"

#include <gtest/gtest.h>

#include "design/random.hpp"
#include "design/slices.hpp"

namespace forestall::design {
namespace {

TEST(Latin, EverySliceHasOnePoint) {
    const Rows rows = latin(37, 4, 1);
    const Rows apart = maximin_latin(37, 4, 1, 2000);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_TRUE(test::fills_evenly(rows, i, 37));
        EXPECT_TRUE(test::fills_evenly(apart, i, 37));
    }
    EXPECT_FALSE(test::fills_evenly(random_points(37, 4, 1), 0, 37)) << "the twin";
}

TEST(Latin, MaximinMovesTheNearestRowsApart) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        EXPECT_GT(least_distance(maximin_latin(40, 3, seed, 8000)),
                  1.5 * least_distance(latin(40, 3, seed)))
            << seed;
}

TEST(Latin, TheSeedDecides) {
    EXPECT_EQ(latin(10, 2, 3), latin(10, 2, 3));
    EXPECT_NE(latin(10, 2, 3), latin(10, 2, 4));
    EXPECT_EQ(maximin_latin(10, 2, 3, 0), latin(10, 2, 3));
}

TEST(Latin, GivesTheCommittedPoints) {
    const Rows rows = latin(4, 1, 1);
    std::vector<int> slices;
    for (const auto& row : rows) slices.push_back(static_cast<int>(row[0] * 4));
    EXPECT_EQ(slices, (std::vector<int>{0, 2, 1, 3}));
}

TEST(Latin, SmallTablesAreTaken) {
    EXPECT_TRUE(latin(0, 3, 1).empty());
    EXPECT_EQ(maximin_latin(1, 3, 1, 10).size(), 1U);
    EXPECT_EQ(least_distance({{0, 0}}), 0);
    EXPECT_EQ(least_distance({{0, 0}, {3, 4}}), 5);
}

}  // namespace
}  // namespace forestall::design
