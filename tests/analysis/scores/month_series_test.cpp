// SPDX-License-Identifier: Apache-2.0
#include "analysis/scores/month_series.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace forestall::analysis {
namespace {

constexpr double unseen = std::numeric_limits<double>::quiet_NaN();
using Months = std::vector<std::size_t>;

MonthSeries seen_as(std::vector<double> seen) {
    MonthSeries out;
    out.seen = std::move(seen);
    return out;
}

TEST(SplitOf, LeavesOutWhatNobodyWatchedAndKnowsHalfAtMost) {
    const Split few = split_of(seen_as({1, unseen, 2, 3, 4, 5}));
    EXPECT_EQ(few.history, (Months{0, 2}));
    EXPECT_EQ(few.scored, (Months{3, 4, 5}));
    EXPECT_EQ(split_of(seen_as(std::vector<double>(30, 1))).history.size(), 12U);
    EXPECT_TRUE(split_of(seen_as({7})).history.empty());
}

TEST(NaiveForecasts, KnowNothingOfTheMonthsThatAreScored) {
    const MonthSeries one = seen_as({4, 2, 1000, 2000});
    const MonthSeries same = seen_as({4, 2, 0, 0});
    EXPECT_EQ(own_history(one), (Sample{2, 4}));
    EXPECT_EQ(last_value_poisson(one), poisson_sample(2));
    EXPECT_EQ(last_value_poisson(one), last_value_poisson(same));
    const std::vector<MonthSeries> all{one, seen_as({9, 8, 500, 500}), seen_as({0, 1, 700, 700})};
    EXPECT_EQ(pooled_bootstrap(all, 0), (Sample{0, 1, 8, 9}));
    EXPECT_EQ(pooled_bootstrap(all, 1), (Sample{0, 1, 2, 4}));
    EXPECT_TRUE(own_history(seen_as({unseen, 3})).empty());
}

}  // namespace
}  // namespace forestall::analysis
