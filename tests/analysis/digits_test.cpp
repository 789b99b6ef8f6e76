// SPDX-License-Identifier: Apache-2.0
#include "analysis/digits.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace forestall::analysis {
namespace {

TEST(Digits, StandInGroupsOfThree) {
    EXPECT_EQ(grouped(""), "");
    EXPECT_EQ(grouped("999"), "999");
    EXPECT_EQ(grouped("-999"), "-999");
    EXPECT_EQ(grouped("1000"), "1,000");
    EXPECT_EQ(thousands(-123456), "-123,456");
    EXPECT_EQ(thousands(std::numeric_limits<std::int64_t>::min()), "-9,223,372,036,854,775,808");
}

}  // namespace
}  // namespace forestall::analysis
