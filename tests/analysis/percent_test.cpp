// SPDX-License-Identifier: Apache-2.0
#include "analysis/percent.hpp"

#include <gtest/gtest.h>

namespace forestall::analysis {
namespace {

TEST(SmallPercent, NeverHasAnExponentAndIsNeverMoreThanAll) {
    EXPECT_EQ(small_percent(1), "100 %");
    EXPECT_EQ(small_percent(1.5), "100 %");
    EXPECT_EQ(small_percent(0.999), "more than 99 %");
    EXPECT_EQ(small_percent(0.15), "15 %");
    EXPECT_EQ(small_percent(0.0996), "10 %");
    EXPECT_EQ(small_percent(0.03), "3 %");
    EXPECT_EQ(small_percent(0.00123), "0.12 %");
    EXPECT_EQ(small_percent(0.000001), "less than 0.01 %");
    EXPECT_EQ(small_percent(0), "0 %");
}

}  // namespace
}  // namespace forestall::analysis
