// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/burstiness.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "core/random.hpp"

namespace forestall::analysis {
namespace {

std::vector<int> independent_days(double busy, int days) {
    Stream stream(1, process("test.burstiness"), 0);
    std::vector<int> out;
    for (int d = 0; d < days; ++d)
        if (stream.uniform() < busy) out.push_back(d);
    return out;
}

TEST(Burstiness, IsMinusOneForAClock) {
    std::vector<int> days;
    for (int d = 0; d < 300; d += 7) days.push_back(d);
    EXPECT_DOUBLE_EQ(burstiness(days), -1);
}

TEST(Burstiness, OfIndependentDaysIsThatOfGeometricGaps) {
    for (const double busy : {0.02, 0.1, 0.5}) {
        // The ratio sd / mean of n exponential gaps has a standard deviation of about 1 / sqrt(n).
        const auto days = independent_days(busy, 200'000);
        const double tolerance = 5 / std::sqrt(static_cast<double>(days.size()));
        EXPECT_NEAR(burstiness(days), burstiness_of_chance(busy), tolerance) << busy;
        EXPECT_GT(std::abs(burstiness(days) - 0.2), tolerance);
    }
}

TEST(Burstiness, RisesWithBurstsAndSilence) {
    std::vector<int> days;
    for (int burst = 0; burst < 20; ++burst)
        for (int d = 0; d < 10; ++d) days.push_back(burst * 200 + d);
    const Estimate e = burstiness(days, 200, 1);
    EXPECT_GT(e.lo, 0.2);
    EXPECT_LE(e.lo, e.value);
    EXPECT_GE(e.hi, e.value);
}

TEST(Burstiness, CountsADayOnceAndNeedsTenGaps) {
    EXPECT_TRUE(std::isnan(burstiness(std::vector<int>{1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3})));
    EXPECT_TRUE(std::isnan(burstiness(std::vector<int>{})));
}

}  // namespace
}  // namespace forestall::analysis
