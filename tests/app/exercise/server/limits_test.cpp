// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/limits.hpp"

#include <gtest/gtest.h>

namespace forestall::app::exercise::limits {
namespace {

TEST(Tally, CountsWithinItsSpanOnly) {
    Tally tally(3, std::chrono::seconds(1));
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(tally.take("a", std::int64_t{100} * i));
    EXPECT_FALSE(tally.take("a", 999));
    EXPECT_TRUE(tally.take("b", 999)) << "others are counted by themselves";
    EXPECT_TRUE(tally.take("a", 1000)) << "the first is past";
    EXPECT_FALSE(tally.take("a", 1050));
}

TEST(Tally, WhatIsRefusedIsNotCounted) {
    Tally tally(1, std::chrono::seconds(1));
    EXPECT_TRUE(tally.take("a", 0));
    for (int t = 1; t < 1000; t += 10) EXPECT_FALSE(tally.take("a", t));
    EXPECT_TRUE(tally.take("a", 1000));
}

TEST(Tally, ForgetsMany) {
    Tally tally(1, std::chrono::seconds(1));
    for (int i = 0; i < 5000; ++i) EXPECT_TRUE(tally.take(std::to_string(i), i));
    EXPECT_FALSE(tally.take("4999", 5000));
}

}  // namespace
}  // namespace forestall::app::exercise::limits
