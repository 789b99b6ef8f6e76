// SPDX-License-Identifier: Apache-2.0
#include "analysis/warnings/roc.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace forestall::analysis {
namespace {

constexpr std::array<std::size_t, 3> all{0, 1, 2};

/// Members 0 and 1 erupt; member 0's reading is above all quiet ones, member 1's in their midst.
Ranking three_members() {
    Ranking out(3);
    out.add(0, 0.9, true);
    out.add(1, 0.5, true);
    for (const double quiet : {0.2, 0.4, 0.6, 0.8}) out.add(2, quiet, false);
    return out;
}

TEST(AreaUnderCurve, IsTheChanceOfTheRightOrder) {
    EXPECT_DOUBLE_EQ(area_under_curve({{0.1, false}, {0.2, false}, {0.3, true}}), 1);
    EXPECT_DOUBLE_EQ(area_under_curve({{0.1, true}, {0.2, false}, {0.2, true}, {0.3, false}}),
                     0.125);
    EXPECT_TRUE(std::isnan(area_under_curve({{0.1, true}})));
}

TEST(Ranking, AMemberCountsAsOftenAsItIsDrawn) {
    Ranking r = three_members();
    EXPECT_DOUBLE_EQ(r.area(all), 0.75);
    EXPECT_DOUBLE_EQ(r.area(std::array<std::size_t, 3>{0, 0, 2}), 1);
    EXPECT_DOUBLE_EQ(r.area(std::array<std::size_t, 4>{0, 1, 1, 2}), 2.0 / 3);
    EXPECT_TRUE(std::isnan(r.area(std::array<std::size_t, 2>{0, 1})));
}

TEST(Ranking, CaughtRisesWithTheShareOfQuietReadingsThatPass) {
    Ranking r = three_members();
    EXPECT_DOUBLE_EQ(r.caught(all, 0), 0.5);
    EXPECT_DOUBLE_EQ(r.caught(all, 0.3), 0.5);
    EXPECT_DOUBLE_EQ(r.caught(all, 0.5), 1);
    EXPECT_DOUBLE_EQ(r.caught(all, 1), 1);
}

TEST(Ranking, CaughtIsLinearWhereReadingsAreTied) {
    Ranking r(1);
    for (const bool onset : {true, true, false, false}) r.add(0, 0, onset);
    EXPECT_DOUBLE_EQ(r.caught(std::array<std::size_t, 1>{0}, 0.25), 0.25);
}

TEST(Ranking, ItsCurveGoesFromNothingToAllAndNeverFalls) {
    Ranking many(3);
    for (int i = 0; i < 5000; ++i) many.add(static_cast<std::size_t>(i % 3), i, i % 7 == 0);
    for (Ranking r : {three_members(), many}) {
        const auto curve = r.curve(50);
        ASSERT_GE(curve.size(), 2U);
        EXPECT_LE(curve.size(), 60U);
        EXPECT_EQ(curve.front().quiet + curve.front().caught, 0);
        EXPECT_DOUBLE_EQ(curve.back().quiet, 1);
        EXPECT_DOUBLE_EQ(curve.back().caught, 1);
        for (std::size_t i = 1; i < curve.size(); ++i) {
            EXPECT_GE(curve[i].quiet, curve[i - 1].quiet);
            EXPECT_GE(curve[i].caught, curve[i - 1].caught);
            EXPECT_LE(curve[i].level, curve[i - 1].level);
        }
    }
    EXPECT_TRUE(Ranking(1).curve(50).empty());
}

}  // namespace
}  // namespace forestall::analysis
