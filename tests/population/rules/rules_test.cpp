// SPDX-License-Identifier: Apache-2.0
// The rules of civilians against their closed forms, bounds and directions.
#include <gtest/gtest.h>

#include <cmath>

#include "population/rules/alarm.hpp"
#include "population/rules/destination.hpp"
#include "population/rules/homecoming.hpp"
#include "population/rules/leave.hpp"

namespace forestall {
namespace {

constexpr rules::AlarmSettings settings{.memory_days = 90, .fade_days = 30};

TEST(Traits, BinsAreTheMidpointsOfEqualSquares) {
    double hardship = 0;
    double risk = 0;
    for (std::size_t b = 0; b < trait_bins; ++b) {
        const Traits t = traits_of(b);
        EXPECT_GT(t.hardship, 0);
        EXPECT_LT(t.hardship, 1);
        hardship += t.hardship / trait_bins;
        risk += t.risk_aversion / trait_bins;
        for (std::size_t other = 0; other < b; ++other)
            EXPECT_TRUE(traits_of(other).hardship != t.hardship ||
                        traits_of(other).risk_aversion != t.risk_aversion);
    }
    EXPECT_DOUBLE_EQ(hardship, 0.5);
    EXPECT_DOUBLE_EQ(risk, 0.5);
}

TEST(Leave, TraitFactorsHaveMeanOneOverTheBins) {
    double sum = 0;
    for (std::size_t b = 0; b < trait_bins; ++b) sum += rules::leave_propensity(traits_of(b));
    EXPECT_NEAR(sum / trait_bins, 1, 1e-15);
}

TEST(Leave, IsTheRateTimesAlarmTimesPropensity) {
    for (const double alarm : {0.0, 0.2, 1.0})
        for (std::size_t b = 0; b < trait_bins; ++b)
            EXPECT_NEAR(rules::leave_rate_per_day(alarm, traits_of(b), 0.03),
                        0.03 * alarm * rules::leave_propensity(traits_of(b)), 1e-17);
}

TEST(Leave, NobodyLeavesWhereThereIsNoAlarm) {
    for (std::size_t b = 0; b < trait_bins; ++b)
        EXPECT_EQ(rules::leave_rate_per_day(0, traits_of(b), 0.2), 0);
}

TEST(Leave, TheRiskAverseGoSoonerAndThoseInHardshipLater) {
    for (double h = 0.05; h < 1; h += 0.1)
        for (double r = 0.05; r < 0.9; r += 0.1) {
            EXPECT_GT(rules::leave_propensity({h, r + 0.05}), rules::leave_propensity({h, r}));
            EXPECT_LT(rules::leave_propensity({h + 0.04, r}), rules::leave_propensity({h, r}));
            EXPECT_GT(rules::leave_propensity({h, r}), 0);
        }
}

TEST(Alarm, IsFullWhenNewAndFallsToOneEthPerMemory) {
    EXPECT_DOUBLE_EQ(rules::dulled(0, settings), 1);
    for (Day age = 0; age < 1000; ++age) {
        ASSERT_NEAR(rules::dulled(age + 90, settings),
                    rules::dulled(age, settings) * std::exp(-1.0), 1e-15);
        ASSERT_LT(rules::dulled(age + 1, settings), rules::dulled(age, settings));
    }
}

TEST(Alarm, FadesByOneEthPerFadingTimeOnceViolenceHasEnded) {
    EXPECT_DOUBLE_EQ(rules::faded(0, settings), 1);
    for (Day days = 0; days < 300; ++days)
        ASSERT_NEAR(rules::faded(days + 30, settings),
                    rules::faded(days, settings) * std::exp(-1.0), 1e-15);
}

TEST(Alarm, ReachesAsFarAsItsReach) {
    EXPECT_EQ(rules::alarm_reach(0, 0), 1) << "the place itself";
    EXPECT_EQ(rules::alarm_reach(0, 50), 1);
    EXPECT_EQ(rules::alarm_reach(10, 0), 0) << "no reach, no alarm elsewhere";
    EXPECT_NEAR(rules::alarm_reach(50, 50), std::exp(-1.0), 1e-15);
    for (double km = 1; km < 400; km += 7) {
        EXPECT_LT(rules::alarm_reach(km + 1, 60), rules::alarm_reach(km, 60));
        EXPECT_LT(rules::alarm_reach(km, 60), rules::alarm_reach(km, 61));
    }
}

TEST(Destination, NearnessFallsToOneEthOverItsReach) {
    EXPECT_EQ(rules::nearness(0, 1200), 1);
    for (const double km : {1.0, 80.0, 2500.0})
        for (const double reach : {50.0, 1200.0})
            EXPECT_NEAR(rules::nearness(km, reach), std::exp(-km / reach), 1e-15);
    EXPECT_LT(rules::nearness(81, 1200), rules::nearness(80, 1200));
    EXPECT_LT(rules::nearness(80, 1200), rules::nearness(80, 1300));
}

TEST(Destination, RoomFallsFromOneWhenEmptyToAlmostNoneWhenFull) {
    EXPECT_EQ(rules::room(0, 1000), 1);
    EXPECT_NEAR(rules::room(250, 1000), 0.75, 1e-15);
    EXPECT_EQ(rules::room(1000, 1000), rules::full_camp);
    EXPECT_EQ(rules::room(5000, 1000), rules::full_camp) << "over-full is full, not negative";
    EXPECT_EQ(rules::room(1, 0), rules::full_camp) << "a place planned for nobody";
    for (double n = 0; n < 1100; n += 13)
        EXPECT_GE(rules::room(n, 1000), rules::room(n + 13, 1000));
}

TEST(Destination, KinPullByTheirShareTheMoreOfThemThereAre) {
    EXPECT_EQ(rules::kin(0, 100, 50, 5), 1);
    EXPECT_EQ(rules::kin(70, 100, 50, 0), 1);
    EXPECT_NEAR(rules::kin(50, 50, 50, 2), std::exp(1.0), 1e-14)
        << "half of the pull when as many as are familiar";
    EXPECT_NEAR(rules::kin(1e9, 1e9, 50, 2), std::exp(2.0), 1e-6) << "all of it when they are many";
    EXPECT_LT(rules::kin(30, 100, 50, 2), rules::kin(40, 100, 50, 2));
    EXPECT_LT(rules::kin(1, 1, 50, 2), 1.05) << "the first few do not decide for everybody";
}

TEST(Homecoming, IsFullInCalmAndNoneFromTheCalmLevelOn) {
    EXPECT_EQ(rules::return_rate_per_day(0, 0.1, 0.003), 0.003);
    EXPECT_NEAR(rules::return_rate_per_day(0.05, 0.1, 0.003), 0.0015, 1e-18);
    EXPECT_EQ(rules::return_rate_per_day(0.1, 0.1, 0.003), 0);
    EXPECT_EQ(rules::return_rate_per_day(1, 0.1, 0.003), 0);
    for (double alarm = 0; alarm < 0.2; alarm += 0.01)
        EXPECT_GE(rules::return_rate_per_day(alarm, 0.1, 0.003),
                  rules::return_rate_per_day(alarm + 0.01, 0.1, 0.003));
}

}  // namespace
}  // namespace forestall
