// SPDX-License-Identifier: Apache-2.0
#include "analysis/warnings/warnings.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/warnings/made_up.hpp"

namespace forestall::analysis {
namespace {

using namespace test;

/// So many members erupt in week 300, as many stay quiet.
std::vector<Watched> half_of(int erupting_members, const Watched& one, const Watched& other) {
    std::vector<Watched> out;
    for (int i = 0; i < erupting_members; ++i) out.insert(out.end(), {one, other});
    return out;
}

TEST(Warnings, ADeskThatForeseesIsBetterThanOneThatCountsTheDead) {
    const Watched seen_coming =
        risky(erupting(300, {{200, Stage::prevention}, {280, Stage::response}}), 274, 300);
    const Warnings w = warnings_of(half_of(12, seen_coming, deadly(quiet(), 100, 120)), 1, 100);
    EXPECT_EQ(w.members, 24U);
    EXPECT_EQ(w.onsets, 12U);
    const Horizon& h = w.half_year();
    EXPECT_EQ(h.weeks, 26);
    EXPECT_EQ(h.onsets, 12U);
    EXPECT_DOUBLE_EQ(h.desk.auc.value, 1);
    EXPECT_LT(h.deaths.auc.value, 0.5);
    EXPECT_GT(h.gain.lo, 0);
    EXPECT_DOUBLE_EQ(h.desk.caught[0].value, 1);
    EXPECT_EQ(h.desk.roc.front().caught, 0);
    EXPECT_LT(w.horizons[2].desk.auc.value, 1);  // nothing is seen a year ahead
}

TEST(Warnings, LeadsCountOnsetsThatWereNotSeenBeforeAsNone) {
    std::vector<Watched> members(15,
                                 erupting(300, {{0, Stage::prevention}, {200, Stage::mitigation}}));
    for (int i = 0; i < 5; ++i) members[static_cast<std::size_t>(i)].seen.assign(522, 1);
    const Warnings w = warnings_of(members, 1, 100);
    const StageWarning &prevention = w.stages[0], &mitigation = w.stages[1],
                       &response = w.stages[2];
    EXPECT_EQ(prevention.from_start, 15U);
    EXPECT_DOUBLE_EQ(prevention.lead.value, 300);
    EXPECT_EQ(mitigation.seen_before, 10U);
    EXPECT_DOUBLE_EQ(mitigation.lead.value, 100);
    EXPECT_DOUBLE_EQ(mitigation.lead_low, 0);
    EXPECT_DOUBLE_EQ(mitigation.lead_high, 100);
    EXPECT_DOUBLE_EQ(response.lead.value, 0);
    EXPECT_EQ(response.preceded.value, 0);
    EXPECT_GT(response.preceded.hi, 0);
}

TEST(Warnings, AlarmsAreCountedPerTenYearsAndNoneIsNotCertainty) {
    Watched cried = quiet();
    cried.seen[100] = 3;
    const Warnings w = warnings_of(half_of(10, cried, quiet()), 1, 100);
    EXPECT_NEAR(w.stages[2].false_alarms.value, 0.5, 0.001);
    EXPECT_LT(w.stages[2].false_alarms.lo, 0.5);
    EXPECT_GT(w.stages[2].false_alarms.hi, 0.5);
    const Warnings none = warnings_of(std::vector<Watched>(10, quiet()), 1, 100);
    EXPECT_EQ(none.stages[2].false_alarms.value, 0);
    EXPECT_EQ(none.stages[2].false_alarms.lo, 0);
    EXPECT_NEAR(none.stages[2].false_alarms.hi, 0.369, 0.001);
}

TEST(Warnings, FewOnsetsGiveNoFigures) {
    const Warnings w = warnings_of(half_of(9, risky(erupting(300), 270, 300), quiet()), 1, 100);
    EXPECT_EQ(w.onsets, 9U);
    EXPECT_FALSE(w.half_year().enough());
    EXPECT_TRUE(std::isnan(w.half_year().desk.auc.value));
    EXPECT_TRUE(std::isnan(w.half_year().gain.value));
    EXPECT_TRUE(w.half_year().desk.roc.empty());
    EXPECT_TRUE(std::isnan(w.stages[2].lead.value));
    EXPECT_TRUE(std::isnan(w.stages[2].preceded.value));
    EXPECT_FALSE(std::isnan(w.stages[2].false_alarms.value));
}

TEST(Warnings, OnsetsWithoutAReadingBeforeThemAreNotBehindAFigure) {
    std::vector<Watched> members(12, erupting(5));
    members.resize(24, quiet());
    const Warnings w = warnings_of(members, 1, 100);
    EXPECT_EQ(w.onsets, 12U);
    EXPECT_EQ(w.half_year().onsets, 0U);
    EXPECT_FALSE(w.half_year().enough());
}

TEST(Warnings, OfNobodyAreNotKnown) {
    const Warnings w = warnings_of({});
    EXPECT_EQ(w.members, 0U);
    EXPECT_TRUE(std::isnan(w.stages[0].false_alarms.value));
}

}  // namespace
}  // namespace forestall::analysis
