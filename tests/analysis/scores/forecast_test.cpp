// SPDX-License-Identifier: Apache-2.0
#include "analysis/scores/forecast.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace forestall::analysis {
namespace {

/// Equally spaced quantiles of the uniform distribution on 0 to 1.
Sample uniform_sample(int n) {
    Sample out;
    for (int i = 0; i < n; ++i) out.push_back((i + 0.5) / n);
    return out;
}

TEST(Crps, OfOneValueIsTheAbsoluteError) {
    EXPECT_DOUBLE_EQ(crps(Sample{3}, 10), 7);
    EXPECT_DOUBLE_EQ(crps(Sample{10}, 10), 0);
}

TEST(Crps, OfTwoValuesIsThatOfTheirStep) {
    // Integral of (F - 1{x >= 1})^2: 1/4 from 0 to 1 and 1/4 from 1 to 4.
    EXPECT_DOUBLE_EQ(crps(Sample{0, 4}, 1), 1);
}

TEST(Crps, OfTheUniformDistributionIsItsClosedForm) {
    for (const double y : {0.1, 0.5, 0.9})
        EXPECT_NEAR(crps(uniform_sample(4000), y), y * y - y + 1.0 / 3, 1e-6);
}

TEST(Crps, PrefersTheSharpTrueForecast) {
    const Sample sharp{9, 10, 11}, wide{0, 10, 20}, wrong{19, 20, 21};
    EXPECT_LT(crps(sharp, 10), crps(wide, 10));
    EXPECT_LT(crps(wide, 10), crps(wrong, 10));
}

TEST(Ignorance, IsThatOfTheBinWithOneMoreValueInEach) {
    EXPECT_DOUBLE_EQ(ignorance(Sample{0, 0}, 0), -std::log2(1001.0 / 1011));
    EXPECT_DOUBLE_EQ(ignorance(Sample{0, 0}, 1), -std::log2(1.0 / 1011));
    EXPECT_DOUBLE_EQ(ignorance(Sample{1, 2, 3, 2000}, 2), -std::log2(501.0 / 1011));
    EXPECT_DOUBLE_EQ(ignorance(Sample{1000.5}, 900), ignorance(Sample{600}, 900));
    EXPECT_DOUBLE_EQ(ignorance(Sample{1001}, 99999), -std::log2(1001.0 / 1011));
}

TEST(IntervalScore, IsItsWidthAndTwentyTimesTheMiss) {
    Sample to_hundred(101);
    std::iota(to_hundred.begin(), to_hundred.end(), 0.0);
    EXPECT_NEAR(interval_score(to_hundred, 50), 90, 1e-9);
    EXPECT_NEAR(interval_score(to_hundred, 2), 90 + 20 * 3, 1e-9);
    EXPECT_NEAR(interval_score(to_hundred, 100), 90 + 20 * 5, 1e-9);
}

TEST(Holds, IsOfTheCentralShare) {
    Sample to_hundred(101);
    std::iota(to_hundred.begin(), to_hundred.end(), 0.0);
    EXPECT_TRUE(holds(to_hundred, 0.8, 11));
    EXPECT_FALSE(holds(to_hundred, 0.8, 7));
    EXPECT_TRUE(holds(to_hundred, 0.9, 7));
    EXPECT_FALSE(holds(to_hundred, 0.9, 97));
}

TEST(PoissonSample, HasItsMomentsAndItsShareOfNothing) {
    for (const double mean : {0.5, 4.0, 900.0}) {
        const Sample s = poisson_sample(mean);
        double sum = 0, squares = 0, none = 0;
        for (const double x : s) {
            sum += x;
            squares += x * x;
            none += x == 0 ? 1 : 0;
        }
        const auto n = static_cast<double>(s.size());
        EXPECT_NEAR(sum / n, mean, 0.01 * std::sqrt(mean) + 0.002);
        EXPECT_NEAR(squares / n - sum / n * sum / n, mean, 0.02 * mean);
        EXPECT_NEAR(none / n, std::exp(-mean), 0.001);
    }
    EXPECT_EQ(poisson_sample(0), Sample(1000, 0.0));
}

}  // namespace
}  // namespace forestall::analysis
