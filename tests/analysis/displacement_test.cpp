// SPDX-License-Identifier: Apache-2.0
#include "analysis/displacement.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace forestall::analysis {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

CampCounts two_camps(std::vector<int> days, std::vector<double> counts) {
    return {{"A", "B"}, std::move(days), std::move(counts)};
}

TEST(Displacement, IsZeroForAPerfectSimulation) {
    const auto data = two_camps({0, 1}, {100, 0, 150, 50});
    const auto e = displacement_error(data, data);
    EXPECT_EQ(e.ard, 0);
    EXPECT_EQ(e.ard_rescaled, 0);
}

TEST(Displacement, AveragesRelativeDifferencesOverDays) {
    const auto data = two_camps({0, 1}, {100, 100, 300, 100});
    const auto simulated = two_camps({0, 1}, {50, 100, 300, 300});
    // Day 0: 50/200; day 1: 200/400. Rescaled: day 0 sim becomes 66.7, 133.3; day 1 becomes 200,
    // 200.
    const auto e = displacement_error(simulated, data);
    EXPECT_DOUBLE_EQ(e.ard, (0.25 + 0.5) / 2);
    EXPECT_NEAR(e.ard_rescaled, (2 * (100 - 200.0 / 3) / 200 + 0.5) / 2, 1e-12);
}

TEST(Displacement, LeavesDaysOutOnWhichNobodyWasCounted) {
    const auto data = two_camps({0, 1}, {0, 0, 100, 100});
    const auto simulated = two_camps({0, 1}, {70, 0, 100, 50});
    EXPECT_DOUBLE_EQ(displacement_error(simulated, data).ard, 0.25);
}

TEST(Displacement, CellsThatWereNotCountedEnterNoSum) {
    const auto data = two_camps({0}, {100, missing});
    const auto simulated = two_camps({0}, {50, 1e6});
    const auto e = displacement_error(simulated, data);
    EXPECT_DOUBLE_EQ(e.ard, 0.5);
    EXPECT_DOUBLE_EQ(e.ard_rescaled, 0);
}

TEST(Displacement, MaseIsOneForTheNaiveForecastItself) {
    CampCounts data{{"A"}, {}, {}};
    for (int d = 0; d < 40; ++d) {
        data.days.push_back(d);
        data.counts.push_back(d < 7 ? 70 : 10.0 * d);
    }
    CampCounts held = data;
    for (std::size_t r = 0; r < 40; ++r) held.counts[r] = data.counts[7];
    // The forecast's error counts all 40 days (0 before day 8), the naive one's the 32 after day 7.
    EXPECT_NEAR(displacement_error(held, data).mase7, 32.0 / 40, 1e-12);
    EXPECT_EQ(displacement_error(data, data).mase30, 0);
}

TEST(Displacement, RefusesTablesOfDifferentShape) {
    const auto data = two_camps({0}, {1, 1});
    EXPECT_THROW(displacement_error(two_camps({1}, {1, 1}), data), std::invalid_argument);
    EXPECT_THROW(capacity_split(data, {1}), std::invalid_argument);
    EXPECT_THROW(constant_shares(two_camps({0}, {0, 0})), std::invalid_argument);
}

TEST(Displacement, NaiveForecastsStartFromTheFirstDayWithAnyoneCounted) {
    const auto data = two_camps({0, 1, 2}, {0, 0, 30, 10, 50, 50});
    EXPECT_EQ(constant_shares(data).counts, (std::vector<double>{0, 0, 30, 10, 75, 25}));
    EXPECT_EQ(last_value(data).counts, (std::vector<double>{30, 10, 30, 10, 30, 10}));
    EXPECT_EQ(capacity_split(data, {1, 3}).counts, (std::vector<double>{0, 0, 10, 30, 25, 75}));
}

TEST(Displacement, PooledErrorIsNotLedByDaysOnWhichFewWereCounted) {
    const auto data = two_camps({0, 1}, {10, missing, 1000, 990});
    const auto simulated = two_camps({0, 1}, {110, 5, 1000, 990});
    const auto e = displacement_error(simulated, data);
    EXPECT_DOUBLE_EQ(e.ard, 5);
    EXPECT_DOUBLE_EQ(e.pooled, 100.0 / 2000);
    EXPECT_FALSE(data.complete());
}

TEST(Displacement, ACampNotCountedAtFirstHoldsItsOwnFirstCount) {
    const auto data = two_camps({0, 1, 2}, {30, missing, 40, 7, 50, 9});
    EXPECT_EQ(last_value(data).counts, (std::vector<double>{30, 7, 30, 7, 30, 7}));
}

TEST(Displacement, TotalsAreJudgedByTheirRatio) {
    const auto e = total_error({10, 200, 900}, {0, 100, 100}, 4);
    EXPECT_DOUBLE_EQ(e.final_ratio, 9);
    EXPECT_DOUBLE_EQ(e.within_factor, 0.5);
    EXPECT_DOUBLE_EQ(e.mean_relative, (1 + 8) / 2.0);
}

}  // namespace
}  // namespace forestall::analysis
