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

// Rows of one input, or of unequal steps, are no trajectories, whatever their number.
TEST(Morris, OneInputOrUnequalStepsAreNoDesign) {
    EXPECT_TRUE(morris_moves({{0.1}, {0.4}, {0.2}, {0.9}}).empty())
        << "one input of a latin design";
    EXPECT_TRUE(morris_moves({{1}, {2}, {3}, {4}}).empty()) << "a grid";
    const Rows unequal{{0, 0}, {1, 0}, {1, 1}, {0, 0}, {3, 0}, {3, 1}, {1, 0}, {7, 0}, {7, 1}};
    EXPECT_TRUE(morris_moves(unequal).empty()) << "a list";
    EXPECT_EQ(morris_moves({{0, 0}, {2, 0}, {2, 1}, {1, 0}, {3, 0}, {3, 1}}).size(), 4U)
        << "the twin: steps of half the list";
}

TEST(Morris, AMovesShareIsCountedInValuesOfTheDesign) {
    const Rows rows = morris(30, 2, 6, 1);
    const auto moves = morris_moves(rows);
    ASSERT_EQ(moves.size(), 60U) << "a level has the same bits from below and from above";
    for (const Move& move : moves) EXPECT_DOUBLE_EQ(move.share, 3.0 / 5);
    const Input three{"a", {}, {1, 5, 6}, {}};
    const Input two{"b", {}, {0, 9}, {}};
    const Rows values = values_at({three, two}, rows);
    const auto discrete = morris_moves(values);
    ASSERT_EQ(discrete.size(), 60U);
    for (std::size_t n = 0; n < discrete.size(); ++n) {
        const std::size_t row = n / 2 * 3 + n % 2;
        const bool ends = values[row][0] + values[row + 1][0] == 7;
        const double share = discrete[n].input == 1 || ends ? 1 : 0.5;
        EXPECT_DOUBLE_EQ(discrete[n].share, share) << n;
    }
}

TEST(Morris, RefusesAnOddGrid) { EXPECT_THROW(morris(1, 1, 3, 1), std::invalid_argument); }

}  // namespace
}  // namespace forestall::design
