// SPDX-License-Identifier: Apache-2.0
#include "design/correlation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "core/samplers.hpp"
#include "design/random.hpp"

namespace forestall::design {
namespace {

double correlation_of_scores(const Rows& rows, std::size_t a, std::size_t b) {
    double sum = 0;
    for (const auto& row : rows) sum += sample::normal(row[a]) * sample::normal(row[b]);
    return sum / static_cast<double>(rows.size());
}

// The mean of n products of standard normal scores with correlation r has standard error
// sqrt((1 + r²) / n). With n = 20,000 a correlation of 0.5 instead of 0.6 is 12 errors away.
TEST(Correlation, ScoresHaveTheCorrelationsAskedFor) {
    constexpr std::size_t n = 20000;
    constexpr double critical = 4.9;  // two-sided normal, alpha = 1e-6
    const Rows rows = correlated(random_points(n, 3, 4), {{0, 2, 0.6}, {1, 2, -0.4}});
    const auto off = [&](std::size_t a, std::size_t b, double r) {
        return std::fabs(correlation_of_scores(rows, a, b) - r) /
               std::sqrt((1 + r * r) / static_cast<double>(n));
    };
    EXPECT_LT(off(0, 2, 0.6), critical);
    EXPECT_LT(off(1, 2, -0.4), critical);
    EXPECT_LT(off(0, 1, 0), critical);
    EXPECT_GT(off(0, 2, 0.5), critical) << "the twin";
}

TEST(Correlation, LeavesTheLawOfEachInput) {
    constexpr std::size_t n = 20000;
    const Rows rows = correlated(random_points(n, 2, 4), {{0, 1, 0.8}});
    double below = 0;
    for (const auto& row : rows) below += row[1] < 0.1 ? 1 : 0;
    EXPECT_LT(std::fabs(below / n - 0.1), 4.9 * std::sqrt(0.1 * 0.9 / n));
    EXPECT_GT(std::fabs(below / n - 0.12), 4.9 * std::sqrt(0.1 * 0.9 / n)) << "the twin";
}

TEST(Correlation, AnInputThatIsNotJoinedKeepsItsBits) {
    const Rows before = random_points(10, 3, 4);
    const Rows after = correlated(before, {{0, 2, 0.6}});
    for (std::size_t r = 0; r < 10; ++r) EXPECT_EQ(before[r][1], after[r][1]);
    EXPECT_EQ(correlated(before, {}), before);
}

TEST(Correlation, SaysWhatCannotBe) {
    EXPECT_EQ(correlation_problem({{0, 1, 0.9}, {1, 2, 0.9}, {0, 2, -0.9}}, 3),
              "these correlations cannot hold together");
    EXPECT_EQ(correlation_problem({{0, 1, 1}}, 2), "a correlation lies between -1 and 1");
    EXPECT_EQ(correlation_problem({{0, 0, 0.5}}, 2), "two different inputs are needed");
    EXPECT_EQ(correlation_problem({{0, 1, 0.5}, {1, 0, 0.5}}, 2),
              "two inputs are correlated twice");
    EXPECT_THROW(correlated({{0.5, 0.5}}, {{0, 1, 2}}), std::invalid_argument);
}

}  // namespace
}  // namespace forestall::design
