// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/delay.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "core/samplers.hpp"

namespace forestall::comparison {
namespace {

constexpr std::size_t members = 400;

/// Harm of 100 a member, less 3 a week for what starts before week 50, with noise that all timings
/// share but a little.
struct Sample {
    std::vector<Timing> timings;
    Columns outcomes;
    explicit Sample(double per_week) {
        for (const auto& [label, first] :
             {std::pair{"late", 40.0}, std::pair{"early", 10.0}, std::pair{"mid", 20.0}}) {
            Timing t{"talk", label, outcomes.size(), {}};
            std::vector<double> column;
            for (std::size_t m = 0; m < members; ++m) {
                Stream luck(1, m, 2), own(2, m, static_cast<std::uint32_t>(outcomes.size()));
                const double start = first + 4 * luck.uniform();
                t.started.push_back(start);
                column.push_back(100 * sample::exponential(luck.uniform(), 1) -
                                 per_week * (50 - start) + sample::normal(own.uniform()));
            }
            timings.push_back(std::move(t));
            outcomes.push_back(std::move(column));
        }
    }
};

TEST(CostOfDelay, IsFoundPerWeekBetweenConsecutiveStarts) {
    const Sample s(3);
    const auto waits = costs_of_delay(s.timings, s.outcomes, {});
    ASSERT_EQ(waits.size(), 2U);
    EXPECT_EQ(waits[0].from, "early");
    EXPECT_EQ(waits[0].to, "mid");
    EXPECT_EQ(waits[1].to, "late");
    for (const Wait& w : waits) {
        // 400 differences with a deviation of 1.4 and 10 weeks or more: 0.05 is above 7 standard
        // errors of a week's cost.
        EXPECT_NEAR(w.per_week.value, 3, 0.05);
        EXPECT_LT(w.per_week.lo, w.per_week.value);
        EXPECT_LT(w.per_week.value, w.per_week.hi);
        EXPECT_NEAR(w.cost.value, w.per_week.value * w.weeks, 1e-9);
        EXPECT_GT(w.cost.lo, 0);
    }
    EXPECT_NEAR(waits[1].weeks, 20, 1e-9) << "the same luck moves both starts";
}

TEST(CostOfDelay, HoldsNothingWhereTimingDoesNotMatter) {
    const Sample s(0);
    for (const Wait& w : costs_of_delay(s.timings, s.outcomes, {})) {
        EXPECT_LT(w.cost.lo, 0);
        EXPECT_GT(w.cost.hi, 0);
    }
}

TEST(CostOfDelay, OfOneStartIsNone) {
    EXPECT_TRUE(costs_of_delay({{"talk", "early", 0, {1, 2}}}, {{1, 2}}, {}).empty());
    const auto same =
        costs_of_delay({{"talk", "a", 0, {104, 104}}, {"talk", "b", 0, {104, 104}}}, {{1, 2}}, {});
    ASSERT_EQ(same.size(), 1U);
    EXPECT_TRUE(std::isnan(same[0].per_week.value)) << "nobody waits if neither ever starts";
    EXPECT_EQ(same[0].cost.value, 0);
}

}  // namespace
}  // namespace forestall::comparison
