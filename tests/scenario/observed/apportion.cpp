// SPDX-License-Identifier: Apache-2.0
#include "scenario/observed/apportion.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace forestall::testing {
namespace {

using Shares = std::vector<Persons>;

Shares shared(Persons total, const std::vector<double>& weights) {
    return apportioned(total, weights);
}

TEST(Apportioned, GivesTheLargestRemaindersOneMore) {
    EXPECT_EQ(shared(10, {1, 1, 1}), (Shares{4, 3, 3}));
    EXPECT_EQ(shared(7, {3, 1}), (Shares{5, 2}));
    EXPECT_EQ(shared(1, {1, 2}), (Shares{0, 1}));
}

TEST(Apportioned, GivesNothingWhereThereIsNoWeight) {
    EXPECT_EQ(shared(5, {0, 2, 0}), (Shares{0, 5, 0}));
    EXPECT_EQ(shared(5, {0, 0}), (Shares{0, 0}));
    EXPECT_EQ(shared(5, {}), Shares{});
    EXPECT_EQ(shared(0, {1, 1}), (Shares{0, 0}));
}

TEST(Apportioned, LosesNobodyAndMissesNoShareByAPerson) {
    std::mt19937_64 random(7);
    for (int i = 0; i < 2000; ++i) {
        std::vector<double> weights(1 + random() % 12);
        for (double& w : weights) w = static_cast<double>(random() % 1000);
        weights[0] += 1;
        const auto total = static_cast<Persons>(random() % 2'000'000);
        const Shares out = apportioned(total, weights);
        ASSERT_EQ(std::accumulate(out.begin(), out.end(), Persons{0}), total);
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        for (std::size_t k = 0; k < weights.size(); ++k)
            ASSERT_LT(std::abs(real(out[k]) - real(total) * weights[k] / sum), 1 + 1e-6);
    }
}

}  // namespace
}  // namespace forestall::testing
