// SPDX-License-Identifier: Apache-2.0
#include "population/rules/cascade.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace forestall {
namespace {

TEST(Cascade, HalfJoinWhenTheMeanThresholdIsSeen) {
    EXPECT_EQ(rules::joined_share(0.25, 0.25, 0.1), 0.5);
}

TEST(Cascade, SharesAreThoseOfTheNormalLaw) {
    EXPECT_NEAR(rules::joined_share(0, 25, 12.2), 0.020222, 1e-6);  // instigators: Phi(-2.04918)
    for (double z = -6; z <= 6; z += 0.5)
        EXPECT_NEAR(rules::joined_share(z, 0, 1), 0.5 * std::erfc(-z / std::sqrt(2)), 1e-14);
}

TEST(Cascade, JoinersBringJoinersAndNeverFewer) {
    double before = 0;
    for (double seen = -1; seen <= 2; seen += 0.01) {
        const double joined = rules::joined_share(seen, 0.5, 0.3);
        EXPECT_GE(joined, before);
        before = joined;
    }
}

TEST(Cascade, UnitsOfPersonsAndOfSharesAgree) {
    EXPECT_DOUBLE_EQ(rules::joined_share(7, 25, 12), rules::joined_share(0.07, 0.25, 0.12));
}

}  // namespace
}  // namespace forestall
