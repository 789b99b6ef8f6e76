// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/hindcast_scores.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace forestall::analysis {
namespace {

TEST(Tabulate, HasADayPerCountAndPerDayAskedForWithinTheRun) {
    const CampCounts t =
        tabulate({{"A", {{3, 30}, {9, 90}}}, {"B", {{3, 5}, {-1, 7}}}}, 9, {5, 40});
    EXPECT_EQ(t.days, (std::vector<int>{3, 5}));
    EXPECT_EQ(t.at(0, 0), 30);
    EXPECT_EQ(t.at(0, 1), 5);
    EXPECT_TRUE(std::isnan(t.at(1, 0)));
    EXPECT_FALSE(t.complete());
}

TEST(TotalLines, TakeTheMembersOnTheDayOfTheCount) {
    Hindcast h;
    h.data = tabulate({{"A", {{3, 30}}}}, 9, {5});
    h.displaced = {{100, 200}, {300, 400}};
    const auto lines = total_lines(h, {{5, 250}, {7, 1}});
    ASSERT_EQ(lines.size(), 1U) << "day 7 was not run";
    EXPECT_EQ(lines[0].counted, 250);
    EXPECT_EQ(lines[0].simulated.value, 300);
    EXPECT_EQ(lines[0].simulated.lo, 205);
    EXPECT_EQ(lines[0].simulated.hi, 395);
}

TEST(EstimateOfMembers, LeavesUndefinedOnesOut) {
    const Estimate e = estimate({1, std::nan(""), 3});
    EXPECT_EQ(e.value, 2);
    EXPECT_TRUE(std::isnan(estimate({}).value));
}

}  // namespace
}  // namespace forestall::analysis
