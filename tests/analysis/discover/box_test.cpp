// SPDX-License-Identifier: Apache-2.0
#include "analysis/discover/box.hpp"

#include <gtest/gtest.h>

namespace forestall::discover {
namespace {

const Sample four{{{1, 1}, {2, 1}, {3, 1}, {4, 1}}, {false, true, true, false}};

TEST(Box, EndsAreInside) {
    Box box = whole(2);
    box.ranges[0] = {2, 4};
    EXPECT_TRUE(box.holds({2, 9}));
    EXPECT_TRUE(box.holds({4, -9}));
    EXPECT_FALSE(box.holds({1.999, 0}));
    EXPECT_EQ(box.inputs_bound(), 1U);
    EXPECT_EQ(whole(2).inputs_bound(), 0U);
}

TEST(Box, CountsWhatItHolds) {
    Box box = whole(2);
    box.ranges[0].low = 3;
    const Held h = held(box, four);
    EXPECT_EQ(h.density(), 0.5);
    EXPECT_EQ(h.coverage(), 0.5);
    EXPECT_EQ(h.mass(), 0.5);
    EXPECT_EQ(h.merit(), 0.5);
}

TEST(Box, OfNothingAllSharesAreNothing) {
    const Held h = held(whole(0), {});
    EXPECT_EQ(h.density(), 0);
    EXPECT_EQ(h.coverage(), 0);
    EXPECT_EQ(h.merit(), 0);
}

}  // namespace
}  // namespace forestall::discover
