// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/warning.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using namespace test;

/// Risk rises half a year before an onset in week 300; an alarm is given in week `alarm`.
Course erupts(int alarm, bool foreseen = true) {
    Course c = calm_course();
    c.onset = 300;
    for (std::size_t t = 270; t < 300 && foreseen; ++t) c.risk[t] = 0.6F;
    if (alarm >= 0) c.seen[static_cast<std::size_t>(alarm)] = 3;
    return c;
}

TEST(AreaUnderCurve, IsTheChanceOfTheRightOrder) {
    EXPECT_DOUBLE_EQ(area_under_curve({{0.1, false}, {0.2, false}, {0.3, true}}), 1);
    EXPECT_DOUBLE_EQ(area_under_curve({{0.1, true}, {0.2, false}, {0.2, true}, {0.3, false}}),
                     0.125);
    EXPECT_TRUE(std::isnan(area_under_curve({{0.1, true}})));
}

TEST(Readings, EndBeforeTheOnsetAndKnowTheirHalfYear) {
    const auto all = readings_of(erupts(-1));
    ASSERT_FALSE(all.empty());
    int onsets = 0;
    for (const Reading& r : all) onsets += r.onset ? 1 : 0;
    EXPECT_EQ(onsets, 7);  // weeks 275 to 299 by four
    EXPECT_FALSE(readings_of(calm_course()).back().onset);
}

TEST(Readings, SumTheLastThirteenWeeks) {
    Course c = calm_course();
    for (auto& x : c.reported) x = 2;
    for (const Reading& r : readings_of(c)) EXPECT_DOUBLE_EQ(r.quarter, 26);
}

TEST(Alarms, AreRightWithinHalfAYearOfTheOnset) {
    EXPECT_EQ(alarms_of(erupts(280)).preceded, 1);
    EXPECT_EQ(alarms_of(erupts(280)).false_alarms, 0);
    EXPECT_EQ(alarms_of(erupts(100)).preceded, 0);
    EXPECT_EQ(alarms_of(erupts(100)).false_alarms, 1);
    EXPECT_EQ(alarms_of(erupts(300)).preceded, 0);  // not before it
    EXPECT_EQ(alarms_of(erupts(-1)).onsets, 1);
    EXPECT_NEAR(alarms_of(calm_course()).years, 10, 0.01);
}

TEST(WarningParts, ADeskThatForeseesIsMetAndOneThatCountsTheDeadIsNot) {
    std::vector<Course> good, bad;
    for (int i = 0; i < 10; ++i) {
        good.push_back(i < 5 ? erupts(280) : calm_course());
        bad.push_back(i < 5 ? erupts(305, false) : calm_course());
        bad.back().seen[20] = i >= 5 ? 3 : 1;
    }
    for (const Part& p : warning_parts("c", good)) EXPECT_EQ(p.judgement, Judgement::met) << p.what;
    const auto parts = warning_parts("c", bad);
    EXPECT_EQ(part_named(parts, "AUC of").judgement, Judgement::missed);
    EXPECT_EQ(part_named(parts, "AUC above").judgement, Judgement::missed);
    EXPECT_EQ(part_named(parts, "half-year before").judgement, Judgement::missed);
}

}  // namespace
}  // namespace forestall::patterns
