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
                  double of_both) {
    const auto u = design::random_points(points + 1, members + 1, 4);
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
