// SPDX-License-Identifier: Apache-2.0
#include "analysis/quantile.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace forestall::analysis {
namespace {

TEST(Quantile, IsLinearBetweenTheValuesInOrder) {
    const std::vector<double> values{1, 2, 4, 8};
    EXPECT_EQ(quantile_of_sorted(values, 0), 1);
    EXPECT_EQ(quantile_of_sorted(values, 0.5), 3);
    EXPECT_EQ(quantile_of_sorted(values, 1), 8);
    EXPECT_DOUBLE_EQ(quantile_of_sorted(values, 0.9), 4 + 0.7 * 4);
    EXPECT_EQ(quantile_of_sorted(std::vector<double>{5}, 0.3), 5);
}

}  // namespace
}  // namespace forestall::analysis
