// SPDX-License-Identifier: Apache-2.0
#include "design/sobol.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "design/random.hpp"
#include "design/slices.hpp"

namespace forestall::design {
namespace {

TEST(Sobol, APowerOfTwoOfPointsFillsEverySlice) {
    const Rows rows = sobol(256, 12, 5);
    for (std::size_t i = 0; i < 12; ++i) EXPECT_TRUE(test::fills_evenly(rows, i, 256)) << i;
    EXPECT_FALSE(test::fills_evenly(random_points(256, 1, 5), 0, 256)) << "the twin";
}

TEST(Sobol, TheFirstTwoInputsAreANetInEveryElementaryBox) {
    const Rows rows = sobol(64, 2, 9);
    for (int split = 0; split <= 6; ++split) {
        std::vector<int> seen(64, 0);
        const int across = 1 << split;
        const int up = 64 / across;
        for (const auto& row : rows)
            ++seen[static_cast<std::size_t>(row[0] * across) * static_cast<std::size_t>(up) +
                   static_cast<std::size_t>(row[1] * up)];
        for (const int n : seen) EXPECT_EQ(n, 1) << split;
    }
}

TEST(Sobol, ALongerDesignBeginsWithTheShorter) {
    Rows many = sobol(100, 3, 2);
    many.resize(64);
    EXPECT_EQ(many, sobol(64, 3, 2));
    EXPECT_NE(many, sobol(64, 3, 3));
}

// Scrambled, each coordinate of each row is uniform over seeds. Over n seeds the mean of row 0 has
// standard error sqrt(1/12/n); a scrambling without a seed gives one number throughout.
TEST(Sobol, ScrambledRowsAreUniformOverSeeds) {
    constexpr int seeds = 4000;
    double sum = 0;
    const double seedless = sobol(1, 2, 1)[0][1];
    for (int s = 0; s < seeds; ++s) sum += sobol(1, 2, static_cast<std::uint64_t>(s))[0][1];
    const double error = std::sqrt(1.0 / 12 / seeds);
    constexpr double critical = 4.9;  // two-sided normal, alpha = 1e-6
    EXPECT_LT(std::fabs(sum / seeds - 0.5), critical * error);
    EXPECT_GT(std::fabs(seedless - 0.5), critical * error) << "the twin";
}

// Integrates a smooth function of 6 inputs far better than independent points do.
TEST(Sobol, IntegratesBetterThanIndependentPoints) {
    const auto error_of = [](const Rows& rows) {
        double sum = 0;
        for (const auto& row : rows) {
            double product = 1;
            for (const double u : row) product *= 1 + (u - 0.5) / 2;
            sum += product;
        }
        return sum / static_cast<double>(rows.size()) - 1;
    };
    double squares = 0;
    double independent = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        squares += std::pow(error_of(sobol(1024, 6, seed)), 2);
        independent += std::pow(error_of(random_points(1024, 6, seed)), 2);
    }
    EXPECT_LT(squares, independent / 100);
}

TEST(Sobol, RefusesMoreInputsThanDirectionNumbers) {
    EXPECT_THROW(sobol(1, most_sobol_inputs + 1, 1), std::invalid_argument);
    EXPECT_EQ(sobol(2, most_sobol_inputs, 1).size(), 2U);
}

}  // namespace
}  // namespace forestall::design
