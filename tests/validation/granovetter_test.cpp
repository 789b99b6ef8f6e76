// SPDX-License-Identifier: Apache-2.0
// Granovetter 1978: a crowd of 100 with thresholds Normal(25, s) stays at a few or goes over
// entirely, and a critical s between 12.2 and 12.3 parts the two. The law of thresholds is iterated
// by the rule that runs use.
#include <gtest/gtest.h>

#include <cstdio>

#include "population/crowd.hpp"
#include "population/rules/cascade.hpp"
#include "validation/reference_worlds.hpp"

namespace forestall::test {
namespace {

/// Where r' = F(r) comes to rest from nobody, in persons of 100.
double joined(double sd) {
    double r = 0;
    for (int i = 0; i < 10'000'000; ++i) {
        const double next = rules::joined_share(r, 0.25, sd / 100);
        if (next == r) break;
        r = next;
    }
    return 100 * r;
}

TEST(Granovetter, FourToSixPerCentJoinBelowTheCriticalSpreadAndEveryoneAbove) {
    EXPECT_NEAR(joined(12.0), 4.0, 0.05);
    EXPECT_NEAR(joined(12.2), 5.5, 0.05);
    EXPECT_NEAR(joined(12.3), 100, 0.5);
}

TEST(Granovetter, CriticalSpreadLiesBetweenTwelvePointTwoAndTwelvePointThree) {
    double low = 12.0;
    double high = 12.6;
    while (high - low > 1e-6) {
        const double middle = 0.5 * (low + high);
        (joined(middle) > 50 ? high : low) = middle;
    }
    std::printf("critical standard deviation %.5f; just below %.2f of 100 join, just above %.2f\n",
                high, joined(low), joined(high));
    RecordProperty("critical_sd", std::to_string(high));
    EXPECT_GT(low, 12.2);
    EXPECT_LT(high, 12.3);
}

TEST(Granovetter, BundledScenariosEndOnEitherSide) {
    const auto last = [](const char* name) {
        return run_member(World::build(reference_tables(name)), {})[Series::mobilised].back();
    };
    EXPECT_GE(last("granovetter-12.2"), 4);
    EXPECT_LE(last("granovetter-12.2"), 6);
    EXPECT_EQ(last("granovetter-12.3"), 100);
}

/// Share of 2,000 drawn crowds of 100 in which more than half join.
double crowds_that_go_over(double sd) {
    double over = 0;
    for (std::uint64_t member = 0; member < 2000; ++member) {
        Crowd crowd({.persons = 100, .threshold_mean = 25, .threshold_sd = sd, .drawn = true},
                    Luck(1, member));
        for (int t = 0; t < 100; ++t) crowd.cycle();
        over += crowd.share() > 0.5 ? 1.0 / 2000 : 0;
    }
    return over;
}

TEST(Granovetter, InCrowdsOfAHundredChanceBlursTheCriticalSpread) {
    const double below = crowds_that_go_over(12.2);
    const double above = crowds_that_go_over(12.3);
    std::printf("drawn crowds that go over: %.3f at 12.2, %.3f at 12.3\n", below, above);
    EXPECT_GT(below, 0.05);
    EXPECT_LT(above, 0.95);
}

}  // namespace
}  // namespace forestall::test
