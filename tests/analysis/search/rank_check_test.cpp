// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/rank_check.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/search/linear_model.hpp"

namespace forestall::calibration {
namespace {

constexpr double alpha = 1e-6;
constexpr double aside = 0.5;  ///< of the posterior's standard deviation
constexpr std::size_t rows = 6000;

TEST(RankCheck, HasTheSizeThatItsPowerNeeds) {
    const std::size_t needed = truths_needed(aside, alpha, 0.999);
    EXPECT_LE(needed, truths_of(rows, 600).size()) << "the tests below have enough";
    EXPECT_GT(truths_needed(aside / 2, alpha, 0.999), 3 * needed);
    EXPECT_EQ(truths_of(1000, 600).size(), 100u) << "at most a tenth";
}

TEST(RankCheck, RanksOfTheRightPosteriorAreUniform) {
    const auto table = linear_rows(rows);
    const RankCheck check = rank_check(table, two_priors(), truths_of(rows, 600), 1);
    ASSERT_EQ(check.ranks.size(), 2u);
    EXPECT_GT(check.effective, 100);
    for (const auto& ranks : check.ranks) {
        EXPECT_EQ(ranks.size(), 600u);
        EXPECT_GT(uniformity(ranks).p, alpha);
    }
}

/// The truths come from a simulator whose first value alone is kept and is too large: z's
/// posterior has the SD √0.2 and its mean moves by 2 / 5 of what is added.
TEST(RankCheck, ABiasedTwinFails) {
    auto table = linear_rows(rows);
    const auto truths = truths_of(rows, 600);
    const double shift = aside * std::sqrt(0.2) * 5 / 2;
    for (std::size_t i = 0; i < rows; ++i) {
        if (std::binary_search(truths.begin(), truths.end(), i))
            table[i] = linear_row(two_priors(), i, shift);
        table[i].values.resize(1);
        table[i].shares.clear();
    }
    const RankCheck check = rank_check(table, two_priors(), truths, 1);
    EXPECT_LT(uniformity(check.ranks[0]).p, alpha);
    EXPECT_GT(uniformity(check.ranks[1]).p, alpha) << "of which the first value says nothing";
}

TEST(RankCheck, UniformityIsPearsons) {
    std::vector<std::size_t> even, low(200, 0);
    for (std::size_t r = 0; r <= rank_draws; ++r) even.insert(even.end(), 2, r);
    EXPECT_EQ(uniformity(even).chi_squared, 0);
    EXPECT_NEAR(uniformity(even).p, 1, 1e-12);
    EXPECT_NEAR(uniformity(low).chi_squared, 190.0 * 190 / 10 + 19 * 10, 1e-9);
    EXPECT_EQ(uniformity({}).p, 1);
}

}  // namespace
}  // namespace forestall::calibration
