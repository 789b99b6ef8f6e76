// SPDX-License-Identifier: Apache-2.0
#include "world/weights.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace forestall {
namespace {

constexpr const char* three = "walk.speed,walk.rest\n10,0.1\n20,0.2\n30,7\n";

TEST(Weights, AreReadAsTheyAreWritten) {
    const WeightRows rows = read_weights(three);
    ASSERT_EQ(rows.rows(), 3u);
    EXPECT_EQ(rows.names[1], "walk.rest");
    EXPECT_EQ(rows.row(1)[0], 20);
    EXPECT_EQ(rows.find("walk.rest"), 1u);
    EXPECT_FALSE(rows.find("walk.far"));
    EXPECT_EQ(read_weights("").rows(), 0u);
    EXPECT_EQ(read_weights("walk.speed\n").rows(), 0u) << "a header alone";
    EXPECT_EQ(read_weights("a,b\n1,2").rows(), 1u) << "without a last line break";
}

TEST(Weights, OfAnyOtherFormAreRefused) {
    for (const char* wrong : {"a,b\n1\n", "a,b\n1,2,3\n", "a,b\n1,x\n", "a,b\n1,\n", "a,a\n1,2\n",
                              "a,\n1,2\n", "\n1\n", "a,b\n1, 2\n", "a,b\n1,2\n\n"})
        EXPECT_THROW(read_weights(wrong), std::invalid_argument) << wrong;
}

TEST(Weights, OfTheProgramAreReadable) { EXPECT_FALSE(weight_rows().names.empty()); }

/// 100 rows, 20,000 members: chi-squared of 99 degrees has its 1e-6 quantile at 182.6. A draw that
/// favours half of the rows by 20 % adds 20000 × 0.01 = 200, and is found with a power above 0.99.
TEST(Weights, EveryRowIsAsLikely) {
    WeightRows rows;
    rows.names = {"a"};
    for (int i = 0; i < 100; ++i) rows.values.push_back(i);
    std::vector<double> fair(100, 0), biased(100, 0);
    for (std::uint64_t member = 0; member < 20000; ++member) {
        const auto row = static_cast<std::size_t>(drawn_row(rows, Luck(7, member))[0]);
        fair[row] += 1;
        const bool move = row >= 50 && member % 6 == 0;  // 500 of 3,000 turned: 1.17 against 0.83
        biased[move ? row - 50 : row] += 1;
    }
    const auto chi_squared = [](const std::vector<double>& n) {
        double sum = 0;
        for (const double x : n) sum += (x - 200) * (x - 200) / 200;
        return sum;
    };
    EXPECT_LT(chi_squared(fair), 182.6);
    EXPECT_GT(chi_squared(biased), 182.6);
}

}  // namespace
}  // namespace forestall
