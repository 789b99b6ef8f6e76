// SPDX-License-Identifier: Apache-2.0
// Rank correlations, and how large the largest of many unrelated ones is.
#include "analysis/report/influence.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace forestall {
namespace {

TEST(RankCorrelation, IsOneForAnyRisingFunctionAndZeroForNone) {
    EXPECT_DOUBLE_EQ(report::rank_correlation({1, 2, 3, 4}, {1, 10, 100, 1000}), 1);
    EXPECT_DOUBLE_EQ(report::rank_correlation({1, 2, 3, 4}, {9, 7, 5, 1}), -1);
    EXPECT_DOUBLE_EQ(report::rank_correlation({1, 2, 3, 4}, {5, 5, 5, 5}), 0);
    EXPECT_EQ(report::ranks({3, 1, 3}), (std::vector<double>{2.5, 1, 2.5}));
}

TEST(RankCorrelation, TheThresholdOfChanceFallsWithMembersAndRisesWithTests) {
    EXPECT_LT(report::chance_correlation(400, 10), report::chance_correlation(100, 10));
    EXPECT_GT(report::chance_correlation(100, 200), report::chance_correlation(100, 1));
    EXPECT_NEAR(report::chance_correlation(103, 1), std::tanh(1.95996 * std::sqrt(0.0106)), 1e-5);
}

}  // namespace
}  // namespace forestall
