// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/pattern.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace forestall::patterns {
namespace {

TEST(Part, IsMetInsideItsRangeOnly) {
    EXPECT_EQ(within("x", {0.5, 0, 1}, 0.2, 0.5, "").judgement, Judgement::met);
    EXPECT_EQ(within("x", {0.51, 0, 1}, 0.2, 0.5, "").judgement, Judgement::missed);
    EXPECT_EQ(within("x", {unknown, 0, 1}, 0.2, 0.5, "").judgement, Judgement::missed);
    EXPECT_EQ(within("x", {unknown, 0, 1}, 0.2, 0.5, "").why, "not measured");
}

TEST(Part, AboveNeedsTheWholeInterval) {
    EXPECT_EQ(above("x", {0.5, 0.1, 1}, 0, "").judgement, Judgement::met);
    EXPECT_EQ(above("x", {0.5, -0.1, 1}, 0, "").judgement, Judgement::missed);
    EXPECT_EQ(above("x", exactly(0.5), 0, "").judgement, Judgement::missed);
}

TEST(Row, IsMetOnlyIfAllItsPartsAre) {
    const Part good = within("x", exactly(1), 0, 2, ""), bad = within("x", exactly(3), 0, 2, ""),
               mute = cannot("x", "", ""), aside = note("x", exactly(1));
    EXPECT_EQ(judgement_of(std::vector<Part>{good, aside}), Judgement::met);
    EXPECT_EQ(judgement_of(std::vector<Part>{good, bad, mute}), Judgement::missed);
    EXPECT_EQ(judgement_of(std::vector<Part>{good, mute}), Judgement::cannot_be_expressed);
    EXPECT_EQ(judgement_of(std::vector<Part>{aside}), Judgement::missed);
    EXPECT_EQ(judgement_of(std::vector<Part>{}), Judgement::missed);
}

// Wilson 1927: 1 of 10 gives 0.018 to 0.404.
TEST(Share, HasWilsonsInterval) {
    const Estimate e = share(1, 10);
    EXPECT_DOUBLE_EQ(e.value, 0.1);
    EXPECT_NEAR(e.lo, 0.0179, 5e-4);
    EXPECT_NEAR(e.hi, 0.4042, 5e-4);
    EXPECT_EQ(share(0, 10).lo, 0);
    EXPECT_EQ(share(10, 10).hi, 1);
    EXPECT_TRUE(std::isnan(share(0, 0).value));
}

TEST(Quantile, IsLinearBetweenOrderStatistics) {
    EXPECT_DOUBLE_EQ(quantile({3, 1, unknown, 2}, 0.5), 2);
    EXPECT_DOUBLE_EQ(quantile({0, 10}, 0.9), 9);
    EXPECT_TRUE(std::isnan(quantile({}, 0.5)));
}

TEST(Rank, CountsTiesHalf) {
    EXPECT_DOUBLE_EQ(rank_of({1, 2, 2, 3}, 2), 0.5);
    EXPECT_DOUBLE_EQ(rank_of({1, 2, 2, 3}, 4), 1);
    EXPECT_DOUBLE_EQ(rank_of({1, unknown}, 0), 0);
}

TEST(Specs, AreFourteenInOrderEachWithTargetAndData) {
    ASSERT_EQ(specs().size(), 14U);
    int number = 0;
    for (const Spec& s : specs()) {
        EXPECT_EQ(s.number, ++number);
        EXPECT_FALSE(s.name.empty() || s.target.empty() || s.data.empty() || s.measure.empty());
    }
}

}  // namespace
}  // namespace forestall::patterns
