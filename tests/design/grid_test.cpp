// SPDX-License-Identifier: Apache-2.0
#include "design/grid.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace forestall::design {
namespace {

const Input three{"a", {}, {1, 2, 3}, {}};
const Input range{"b", {Shape::uniform, {0, 10, 0}, ""}, {}, {}};

TEST(Grid, CrossesWithTheLastFastest) {
    EXPECT_EQ(grid({{three, 0}, {range, 2}}, 100),
              (Rows{{1, 2.5}, {1, 7.5}, {2, 2.5}, {2, 7.5}, {3, 2.5}, {3, 7.5}}));
}

TEST(Grid, CountsWithoutMakingRows) {
    EXPECT_EQ(grid_size({{three, 0}, {range, 5}}, 100), 15U);
    EXPECT_EQ(grid_size({{range, 1000000}, {range, 1000000}, {range, 1000000}}, 100), 101U);
    EXPECT_THROW(grid({{range, 101}}, 100), std::invalid_argument);
}

}  // namespace
}  // namespace forestall::design
