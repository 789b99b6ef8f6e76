// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/ending.hpp"

#include <gtest/gtest.h>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using test::calm_course;
using test::killing;
using test::part_named;

/// `deaths[y]` civilians by actor 0 in year y, spread over ten weeks.
Course killed_by_year(const std::vector<double>& deaths) {
    Course c = calm_course();
    for (std::size_t y = 0; y < deaths.size(); ++y)
        for (int w = 0; w < 10 && deaths[y] > 0; ++w)
            c.acts.push_back(killing(static_cast<int>(y) * 365 / 7 + 5 + w, deaths[y] / 10));
    return c;
}

TEST(Episodes, BeginAtAThousandOfAGroupWithinAYear) {
    EXPECT_TRUE(episodes_of(killed_by_year({900, 900, 900})).empty());
    const auto found = episodes_of(killed_by_year({0, 1100}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].actor, 0);
    EXPECT_EQ(found[0].group, 1);
    EXPECT_EQ(found[0].began, 1);
}

TEST(Episodes, EndInTheFirstYearBelowAHundredAndMayBeginAgain) {
    const auto found = episodes_of(killed_by_year({1500, 3000, 400, 99, 0, 250}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].peak, 1);
    EXPECT_EQ(found[0].ended, 3);
    EXPECT_TRUE(found[0].relapsed);
    EXPECT_TRUE(found[0].watched);
    EXPECT_FALSE(episodes_of(killed_by_year({0, 0, 0, 0, 0, 0, 2000, 10}))[0].watched);
    EXPECT_EQ(episodes_of(killed_by_year(std::vector<double>(10, 1500)))[0].ended, -1);
}

TEST(Episodes, EndByDefeatByPlanOrByChangeOfStrategy) {
    Course change = killed_by_year({2000, 0});
    EXPECT_EQ(episodes_of(change)[0].end, End::strategy);
    Course beaten = change;
    for (std::size_t y = 1; y < 10; ++y) beaten.strength[y * 2] = 100;
    EXPECT_EQ(episodes_of(beaten)[0].end, End::defeat);
    Course gone = change;
    for (std::size_t y = 1; y <= 10; ++y) gone.at_home[y * 2 + 1] = 400;
    EXPECT_EQ(episodes_of(gone)[0].end, End::plan);
}

TEST(Ending, IsMetWhereAllWaysOccurAndMissedWhereNothingEnds) {
    Course change = killed_by_year({2000, 0, 0, 0, 0, 0, 150}), beaten = killed_by_year({2000, 0}),
           gone = killed_by_year({2000, 0});
    for (std::size_t y = 1; y < 10; ++y) beaten.strength[y * 2] = 100;
    for (std::size_t y = 1; y <= 10; ++y) gone.at_home[y * 2 + 1] = 400;
    const std::vector<Course> varied{change, beaten, gone};
    for (const Part& p : ending_parts(varied)) EXPECT_EQ(p.judgement, Judgement::met) << p.what;
    const std::vector<Course> alike(3, change);
    EXPECT_EQ(part_named(ending_parts(alike), "by defeat").judgement, Judgement::missed);
    EXPECT_EQ(part_named(ending_parts(alike), "change of strategy").judgement, Judgement::missed);
    const std::vector<Course> endless(3, killed_by_year(std::vector<double>(10, 1500)));
    EXPECT_EQ(part_named(ending_parts(endless), "four years").judgement, Judgement::missed);
}

}  // namespace
}  // namespace forestall::patterns
