// SPDX-License-Identifier: Apache-2.0
#include "population/rules/arrest_risk.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace forestall {
namespace {

constexpr auto every_rule = {RatioRule::floor, RatioRule::round, RatioRule::raw};
constexpr double k = 2.3;

TEST(ArrestRisk, IsAboutNineInTenForOneCopPerActivePersonByEveryRule) {
    for (const RatioRule rule : every_rule)
        EXPECT_NEAR(rules::arrest_chance(3, 3, k, rule), 1 - std::exp(-2.3), 1e-15);
}

TEST(ArrestRisk, IsNoneWithoutPolice) {
    for (const RatioRule rule : every_rule) EXPECT_EQ(rules::arrest_chance(0, 1, k, rule), 0);
}

TEST(ArrestRisk, RulesDifferBetweenWholeNumbersOnly) {
    EXPECT_EQ(rules::arrest_chance(4, 5, k, RatioRule::floor), 0);
    EXPECT_EQ(rules::cops_per_active(4, 5, RatioRule::round), 1);
    EXPECT_EQ(rules::cops_per_active(1, 2, RatioRule::round), 1);
    EXPECT_EQ(rules::cops_per_active(2, 5, RatioRule::round), 0);
    EXPECT_NEAR(rules::arrest_chance(4, 5, k, RatioRule::raw), 1 - std::exp(-2.3 * 0.8), 1e-15);
    EXPECT_EQ(rules::cops_per_active(6, 2, RatioRule::floor), 3);
}

TEST(ArrestRisk, GrowsWithPoliceAndFallsWithActivePeople) {
    for (const RatioRule rule : every_rule) {
        for (int cops = 0; cops < 12; ++cops) {
            for (int actives = 1; actives < 12; ++actives) {
                const double here = rules::arrest_chance(cops, actives, k, rule);
                EXPECT_LE(here, rules::arrest_chance(cops + 1, actives, k, rule));
                EXPECT_GE(here, rules::arrest_chance(cops, actives + 1, k, rule));
                EXPECT_GE(here, 0);
                EXPECT_LE(here, 1);
            }
        }
    }
}

TEST(Willing, IsWhoseGrievanceExceedsRiskByMoreThanTheThreshold) {
    EXPECT_TRUE(rules::willing(0.5, 0.3, 0.1));
    EXPECT_FALSE(rules::willing(0.5, 0.45, 0.1));
    EXPECT_FALSE(rules::willing(0.125, 0.0, 0.125)) << "at the threshold nobody acts";
    EXPECT_DOUBLE_EQ(rules::net_risk(0.5, 0.9), 0.45);
}

}  // namespace
}  // namespace forestall
