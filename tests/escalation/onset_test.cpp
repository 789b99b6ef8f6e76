// SPDX-License-Identifier: Apache-2.0
#include "escalation/onset.hpp"

#include <gtest/gtest.h>

namespace forestall {
namespace {

constexpr ActorId army{0}, militia{1};
constexpr GroupId highlanders{0}, lowlanders{1};

/// Groups of many people.
Table<GroupId, Persons> crowds(std::size_t groups) {
    return Table<GroupId, Persons>(groups, 10000000);
}

TEST(Onset, KnowsTheWorstThatOneActorDoesToOneGroupInAYear) {
    OnsetWatch watch(2, crowds(2), 7);
    watch.add(army, highlanders, 30);
    watch.add(army, lowlanders, 50);
    watch.add(militia, lowlanders, 40);
    EXPECT_EQ(watch.most(), 50);
    watch.end_step();
    watch.add(militia, lowlanders, 20);
    EXPECT_EQ(watch.most(), 60);
    for (int step = 0; step < 52; ++step) watch.end_step();
    EXPECT_EQ(watch.most(), 0) << "a year is over";
}

TEST(Onset, PerHeadIsOfASmallGroupSooner) {
    OnsetWatch watch(1, Table<GroupId, Persons>(std::vector<Persons>{60000, 20000}), 7);
    watch.add(army, highlanders, 120);
    watch.end_step();
    EXPECT_EQ(watch.onset_per_head_step(), -1) << "120 of 60,000 are not more than 1 in 500";
    watch.add(army, lowlanders, 100);
    watch.end_step();
    EXPECT_EQ(watch.onset_per_head_step(), -1) << "100 are not more than 100";
    watch.add(army, lowlanders, 1);
    watch.end_step();
    EXPECT_EQ(watch.onset_per_head_step(), 2);
    EXPECT_EQ(watch.onset_step(), -1);
}

TEST(Onset, IsTheStepInWhichTheThousandthIsPassed) {
    OnsetWatch watch(2, crowds(2), 7);
    for (int step = 0; step < 10; ++step) {
        watch.add(militia, lowlanders, 100);
        EXPECT_FALSE(watch.end_step()) << "1,000 are not more than 1,000";
    }
    EXPECT_EQ(watch.onset_step(), -1);
    watch.add(militia, lowlanders, 1);
    EXPECT_TRUE(watch.end_step());
    EXPECT_EQ(watch.onset_step(), 10);
    watch.add(militia, lowlanders, 5000);
    EXPECT_FALSE(watch.end_step()) << "an onset is once";
    EXPECT_EQ(watch.onset_step(), 10);
}

TEST(Onset, IsOfOneActorAndOneGroup) {
    OnsetWatch watch(2, crowds(2), 7);
    watch.add(army, highlanders, 1000);
    watch.add(army, lowlanders, 1000);
    watch.add(militia, highlanders, 1000);
    watch.add(militia, lowlanders, 1000);
    EXPECT_FALSE(watch.end_step());
}

TEST(Onset, CountsOnlyAKnownActorAndATargetedGroup) {
    OnsetWatch watch(2, crowds(2), 7);
    watch.add(none<ActorId>(), highlanders, 100000);
    watch.add(army, none<GroupId>(), 100000);
    EXPECT_FALSE(watch.end_step());
    EXPECT_EQ(watch.onset_step(), -1);
}

TEST(Onset, ForgetsWhatIsOlderThanTwelveMonths) {
    for (const Day step_days : {1, 7, 30, 365, 400}) {
        const int window = std::max(1, 365 / step_days);
        const auto onset = [&](int later) {
            OnsetWatch watch(2, crowds(2), step_days);
            watch.add(army, lowlanders, 600);
            for (int i = 0; i < later; ++i) watch.end_step();
            watch.add(army, lowlanders, 600);
            return watch.end_step();
        };
        EXPECT_TRUE(onset(window - 1)) << step_days;
        EXPECT_FALSE(onset(window)) << step_days;
        EXPECT_FALSE(onset(3 * window + 1)) << step_days;
    }
}

TEST(Onset, ASlowKillingOfManyYearsHasNone) {
    OnsetWatch watch(1, crowds(1), 7);
    for (int step = 0; step < 1000; ++step) {
        watch.add(army, highlanders, 19);  // 52 × 19 = 988
        ASSERT_FALSE(watch.end_step());
    }
    for (int step = 0; step < 52; ++step) watch.add(army, highlanders, 20), watch.end_step();
    EXPECT_GE(watch.onset_step(), 1000) << "52 × 20 = 1,040";
}

}  // namespace
}  // namespace forestall
