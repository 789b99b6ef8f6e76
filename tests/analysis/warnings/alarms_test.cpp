// SPDX-License-Identifier: Apache-2.0
#include "analysis/warnings/alarms.hpp"

#include <gtest/gtest.h>

#include "analysis/warnings/made_up.hpp"

namespace forestall::analysis {
namespace {

using namespace test;

TEST(FirstSeen, IsOfThatStageOrAHigherOneAndBeforeTheOnset) {
    const Watched w = erupting(300, {{100, Stage::prevention}, {280, Stage::response}});
    EXPECT_EQ(first_seen(w, Stage::prevention), 100);
    EXPECT_EQ(first_seen(w, Stage::mitigation), 280);
    EXPECT_EQ(first_seen(w, Stage::response), 280);
    EXPECT_EQ(first_seen(erupting(300, {{300, Stage::response}})), -1);
}

TEST(Alarms, AreRightWithinHalfAYearOfTheOnset) {
    const Alarms right = alarms_of(erupting(300, {{280, Stage::response}}));
    EXPECT_EQ(right.preceded, 1);
    EXPECT_EQ(right.false_alarms, 0);
    const Alarms early = alarms_of(erupting(300, {{100, Stage::response}}));
    EXPECT_EQ(early.preceded, 0);
    EXPECT_EQ(early.false_alarms, 1);
    EXPECT_EQ(early.open, 0);
    const Alarms late = alarms_of(erupting(300, {{300, Stage::response}}));
    EXPECT_EQ(late.onsets, 1);
    EXPECT_EQ(late.preceded + late.false_alarms, 0);
    EXPECT_NEAR(late.years, 300 * 7 / 365.25, 1e-9);
}

TEST(Alarms, OfTheLastHalfYearAreFalseAndSaidToBeOpen) {
    Watched w = quiet();
    w.seen[510] = 3;
    EXPECT_EQ(alarms_of(w).false_alarms, 1);
    EXPECT_EQ(alarms_of(w).open, 1);
    w.seen[100] = 3;
    EXPECT_EQ(alarms_of(w).open, 0);
}

TEST(Alarms, ThatAreGivenAgainAreCountedBesideTheFirst) {
    Watched w = erupting(300);
    for (const std::size_t week : {50, 51, 100, 150, 280}) w.seen[week] = 3;
    EXPECT_EQ(alarms_of(w).false_alarms, 1);
    EXPECT_EQ(alarms_of(w).again, 2);
}

}  // namespace
}  // namespace forestall::analysis
