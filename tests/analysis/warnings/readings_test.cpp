// SPDX-License-Identifier: Apache-2.0
#include "analysis/warnings/readings.hpp"

#include <gtest/gtest.h>

#include "analysis/warnings/made_up.hpp"

namespace forestall::analysis {
namespace {

using namespace test;

int before_onset(const std::vector<Reading>& all) {
    int out = 0;
    for (const Reading& r : all) out += r.onset ? 1 : 0;
    return out;
}

TEST(Readings, EndBeforeTheOnsetAndKnowWhatLiesAhead) {
    EXPECT_EQ(before_onset(readings_of(erupting(300))), 7);  // weeks 275 to 299 by four
    EXPECT_EQ(before_onset(readings_of(erupting(300), 91)), 4);
    EXPECT_EQ(before_onset(readings_of(erupting(300), 364)), 13);
    EXPECT_EQ(before_onset(readings_of(quiet())), 0);
    EXPECT_TRUE(readings_of(erupting(8)).empty());
}

TEST(Readings, StopWhereTheRunCannotSayWhatCame) {
    EXPECT_EQ(readings_of(quiet(104)).size(), 16U);  // weeks 15 to 75 by four
    EXPECT_EQ(readings_of(quiet(104), 364).size(), 10U);
    EXPECT_TRUE(readings_of(quiet(30)).empty());
}

TEST(Readings, SumTheLastThirteenWeeksAsLateAsTheDeskReads) {
    for (const Reading& r : readings_of(deadly(quiet(), 0, 522, 2))) {
        EXPECT_DOUBLE_EQ(r.at_once, 26);
        EXPECT_GE(r.quarter, 22);  // in the first, two weeks have not come in
    }
    Watched w = deadly(quiet(), 14, 16);
    EXPECT_DOUBLE_EQ(readings_of(w)[0].at_once, 20);  // weeks 3 to 15
    EXPECT_DOUBLE_EQ(readings_of(w)[0].quarter, 0);
    w.delay_days = 10;  // one whole step
    EXPECT_DOUBLE_EQ(readings_of(w)[0].quarter, 10);
}

TEST(Readings, OfStepsOfADayOrAMonthAreOnTheSameDays) {
    Watched days = quiet(728);
    days.step_days = 1;
    EXPECT_EQ(readings_of(days).size(), readings_of(quiet(104)).size());
    Watched months = quiet(26);
    months.step_days = 28;
    EXPECT_FALSE(readings_of(months).empty());
}

}  // namespace
}  // namespace forestall::analysis
