// SPDX-License-Identifier: Apache-2.0
#include "population/rules/grievance.hpp"

#include <gtest/gtest.h>

namespace forestall {
namespace {

TEST(Grievance, IsHardshipTimesIllegitimacy) {
    EXPECT_DOUBLE_EQ(rules::grievance(0.5, 0.82), 0.09);
    EXPECT_DOUBLE_EQ(rules::grievance(1, 0), 1);
}

TEST(Grievance, NeedsBothHardshipAndIllegitimacy) {
    EXPECT_EQ(rules::grievance(0, 0), 0);
    EXPECT_EQ(rules::grievance(1, 1), 0);
}

TEST(Grievance, StaysWithinShares) {
    for (double h = 0; h <= 1; h += 0.125) {
        for (double l = 0; l <= 1; l += 0.125) {
            EXPECT_GE(rules::grievance(h, l), 0);
            EXPECT_LE(rules::grievance(h, l), 1);
        }
    }
}

}  // namespace
}  // namespace forestall
