// SPDX-License-Identifier: Apache-2.0
#include "analysis/scores/series_scores.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/random.hpp"

namespace forestall::analysis {
namespace {

constexpr std::size_t year = 12;

/// Quiet history of a year, then `seen`; every month has the same members.
MonthSeries after_a_quiet_year(const std::vector<double>& seen, const Sample& members) {
    MonthSeries out;
    out.seen.assign(year, 1);
    out.seen.insert(out.seen.end(), seen.begin(), seen.end());
    out.members.assign(out.seen.size(), members);
    return out;
}

GroupScore alone(const MonthSeries& series) {
    const std::vector<MonthSeries> all{series};
    const std::vector<std::size_t> group{0};
    return score_group(all, group);
}

TEST(ScoreGroup, IsTheMeanOverScoredMonths) {
    std::vector<double> seen(24, 50);
    seen[23] = 74;
    const GroupScore score = alone(after_a_quiet_year(seen, {50}));
    EXPECT_EQ(score.forecasts, 24U);
    EXPECT_DOUBLE_EQ(score.model.crps.value, 1);
    EXPECT_DOUBLE_EQ(score.model.mis.value, 20);
    EXPECT_DOUBLE_EQ(score.model.inside80.value, 23.0 / 24);
    EXPECT_DOUBLE_EQ(score.baselines[1].crps.value, 50);  // own history: always 1
    EXPECT_DOUBLE_EQ(score.baselines[1].gain.value, 49);
    EXPECT_TRUE(std::isnan(score.baselines[2].crps.value));  // there is no other series
}

TEST(ScoreGroup, TellsTheSharpTrueForecastFromTheWrongOne) {
    const std::vector<double> seen(24, 50);
    const GroupScore good = alone(after_a_quiet_year(seen, {48, 50, 52}));
    const GroupScore bad = alone(after_a_quiet_year(seen, {400, 500, 600}));
    for (std::size_t b = 0; b < 2; ++b) {
        EXPECT_GT(good.baselines[b].gain.lo, 0);
        EXPECT_LT(bad.baselines[b].gain.hi, 0);
    }
    EXPECT_LT(good.model.ign.value, bad.model.ign.value);
    EXPECT_LT(good.model.mis.value, bad.model.mis.value);
}

TEST(ScoreGroup, GivesNoIntervalOfAFewMonths) {
    EXPECT_TRUE(std::isnan(alone(after_a_quiet_year({50, 50, 50}, {50})).model.crps.lo));
}

/// Share of 1,000 months inside the central 80 % of 399 members that are drawn as the months are,
/// but for `stretch`. Of a uniform sample of n those quantiles hold 0.8 * (n - 1) / (n + 1) = 0.796
/// of what comes; its standard error over months is 0.0127, so that 5 of them, alpha below 1e-6,
/// are 0.064. Members spread 1.2 times as wide hold 0.955: 12 standard errors more.
double share_inside(double stretch) {
    constexpr std::size_t months = 1000, members = 399;
    MonthSeries series;
    Stream seen(1, process("test.seen"), 0), drawn(1, process("test.drawn"), 0);
    for (std::size_t m = 0; m < months + year; ++m) {
        series.seen.push_back(seen.uniform());
        Sample& sample = series.members.emplace_back();
        for (std::size_t i = 0; i < members; ++i)
            sample.push_back(0.5 + stretch * (drawn.uniform() - 0.5));
        std::sort(sample.begin(), sample.end());
    }
    return alone(series).model.inside80.value;
}

TEST(ScoreGroup, HoldsWhatItShouldOfMonthsDrawnAsTheMembersAre) {
    constexpr double want = 0.796, most = 0.064;
    EXPECT_NEAR(share_inside(1), want, most);
    EXPECT_GT(std::abs(share_inside(1.2) - want), most);  // the biased twin
}

}  // namespace
}  // namespace forestall::analysis
