// SPDX-License-Identifier: Apache-2.0
#include "analysis/sensitivity/variance_split.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "core/samplers.hpp"
#include "design/random.hpp"

namespace forestall::sensitivity {
namespace {

/// Normal effects of points, members and both, with these variances.
design::Rows runs(std::size_t points, std::size_t members, double of_points, double of_members,
                  double of_both, std::uint64_t seed = 4) {
    const auto u = design::random_points(points + 1, members + 1, seed);
    design::Rows out(points, std::vector<double>(members));
    for (std::size_t p = 0; p < points; ++p)
        for (std::size_t m = 0; m < members; ++m)
            out[p][m] = std::sqrt(of_points) * sample::normal(u[p][members]) +
                        std::sqrt(of_members) * sample::normal(u[points][m]) +
                        std::sqrt(of_both) * sample::normal(u[p][m]);
    return out;
}

// Variances 2, 1 and 1. With 400 points and 400 members the component of either has a relative
// standard error of about sqrt(2 / 399) = 7 %; a share moves by at most 0.25 · 7 % · 2 = 0.036 an
// error, so 4.9 errors are 0.18. The twin, all of it luck, is farther off.
TEST(VarianceSplit, FindsTheComponents) {
    const VarianceSplit s = variance_split(runs(400, 400, 2, 1, 1), 1, {199, 1});
    EXPECT_NEAR(s.assumptions.value, 0.5, 0.18);
    EXPECT_NEAR(s.luck.value, 0.25, 0.18);
    EXPECT_NEAR(s.together.value, 0.25, 0.18);
    EXPECT_NEAR(s.assumptions.value + s.luck.value + s.together.value, 1, 1e-12);
    EXPECT_LT(s.assumptions.lo, s.assumptions.value);
    const VarianceSplit twin = variance_split(runs(400, 400, 0, 1, 1), 1, {0, 1});
    EXPECT_GT(std::fabs(twin.assumptions.value - 0.5), 0.18);
    EXPECT_TRUE(std::isnan(twin.assumptions.lo)) << "no resamples";
}

// Twelve points, thirty members, variances 1, 1/2 and 4: of 300 tables, 95 % intervals hold each
// share in nine of ten or more. The bound of a binomial test of 0.9 at 1e-6 is 300 (0.9 - 4.75 ·
// 0.0173) = 245. The twin counts what is drawn twice as if it were new, so that rest passes for
// luck.
TEST(VarianceSplit, IntervalsHoldTheShares) {
    constexpr int tables = 300;
    constexpr double truths[] = {1 / 5.5, 0.5 / 5.5, 4 / 5.5};
    int held[3] = {};
    int twin = 0;
    for (int t = 0; t < tables; ++t) {
        const auto seed = static_cast<std::uint64_t>(100 + t);
        const design::Rows table = runs(12, 30, 1, 0.5, 4, seed);
        const VarianceSplit s = variance_split(table, 1, {99, seed});
        const Estimate shares[] = {s.assumptions, s.luck, s.together};
        for (int f = 0; f < 3; ++f)
            held[f] += shares[f].lo <= truths[f] && truths[f] <= shares[f].hi ? 1 : 0;
        std::vector<double> luck;
        Stream stream(seed, process("twin"), 0);
        for (int r = 0; r < 99; ++r) {
            design::Rows drawn;
            for (int p = 0; p < 12; ++p) drawn.push_back(table[stream.below(12)]);
            luck.push_back(variance_split(drawn, 1, {0, 1}).luck.value);
        }
        const Estimate old = analysis::estimate(luck);
        twin += old.lo <= truths[1] && truths[1] <= old.hi ? 1 : 0;
    }
    for (int f = 0; f < 3; ++f) EXPECT_GE(held[f], 245) << f;
    EXPECT_LT(twin, 245) << "the twin";
}

TEST(VarianceSplit, OfExactTablesIsExact) {
    const VarianceSplit points = variance_split({{1, 1}, {2, 2}, {3, 3}}, 1, {0, 1});
    EXPECT_EQ(points.assumptions.value, 1);
    const VarianceSplit members = variance_split({{1, 2}, {1, 2}}, 2, {0, 1});
    EXPECT_EQ(members.luck.value, 1);
}

TEST(VarianceSplit, SaysNothingOfOneMemberOrNoVariance) {
    EXPECT_TRUE(std::isnan(variance_split({{1}, {2}}, 1, {}).luck.value));
    EXPECT_TRUE(std::isnan(variance_split({{1, 1}, {1, 1}}, 1, {}).luck.value));
    EXPECT_THROW(variance_split({{1, 1}, {1}}, 1, {}), std::invalid_argument);
    EXPECT_THROW(variance_split({{1, 1}}, 2, {}), std::invalid_argument);
}

}  // namespace
}  // namespace forestall::sensitivity
