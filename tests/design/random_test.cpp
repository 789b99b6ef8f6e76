// SPDX-License-Identifier: Apache-2.0
#include "design/random.hpp"

#include <gtest/gtest.h>

namespace forestall::design {
namespace {

TEST(RandomPoints, ALongerDesignBeginsWithTheShorter) {
    const Rows few = random_points(5, 3, 7);
    Rows many = random_points(9, 3, 7);
    EXPECT_NE(few, random_points(5, 3, 8));
    many.resize(5);
    EXPECT_EQ(few, many);
}

TEST(RandomPoints, AWiderDesignKeepsItsFirstInputs) {
    const Rows narrow = random_points(4, 1, 7);
    const Rows wide = random_points(4, 2, 7);
    for (std::size_t r = 0; r < 4; ++r) EXPECT_EQ(narrow[r][0], wide[r][0]);
}

}  // namespace
}  // namespace forestall::design
