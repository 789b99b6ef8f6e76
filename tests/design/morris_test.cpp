// SPDX-License-Identifier: Apache-2.0
#include "design/morris.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace forestall::design {
namespace {

TEST(Morris, EachTrajectoryMovesEachInputOnceByHalfItsRange) {
    const Rows rows = morris(10, 4, 6, 1);
    ASSERT_EQ(rows.size(), 50U);
    const auto moves = morris_moves(rows);
    ASSERT_EQ(moves.size(), 40U);
    for (std::size_t t = 0; t < 10; ++t)
        for (std::size_t k = 0; k < 4; ++k) {
            const Move move = moves[t * 4 + k];
            const double by = rows[t * 5 + k + 1][move.input] - rows[t * 5 + k][move.input];
            EXPECT_DOUBLE_EQ(by, move.up ? morris_step : -morris_step);
        }
}

TEST(Morris, StaysOnItsGridWithinTheCube) {
    for (const auto& row : morris(30, 3, 4, 2))
        for (const double u : row) {
            EXPECT_GT(u, 0);
            EXPECT_LT(u, 1);
            EXPECT_EQ(std::floor(u * 4) + 0.5, u * 4);
        }
}

TEST(Morris, AnotherTableHasNoMoves) {
    Rows rows = morris(3, 4, 4, 1);
    rows[2][1] = 0.3;
    EXPECT_TRUE(morris_moves(rows).empty());
    EXPECT_TRUE(morris_moves({{1, 2}, {2, 2}, {3, 2}}).empty()) << "one input moves twice";
    EXPECT_TRUE(morris_moves({}).empty());
}

TEST(Morris, RefusesAnOddGrid) { EXPECT_THROW(morris(1, 1, 3, 1), std::invalid_argument); }

}  // namespace
}  // namespace forestall::design
