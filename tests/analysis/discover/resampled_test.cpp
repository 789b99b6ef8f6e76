// SPDX-License-Identifier: Apache-2.0
#include "analysis/discover/resampled.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "analysis/discover/planted.hpp"
#include "analysis/discover/prim.hpp"

namespace forestall::discover {
namespace {

Box by_prim(const Sample& sample) { return best_box(sample, {}); }

TEST(Steadiness, TellsThePlantedBoundsFromNoise) {
    const Steadiness s = steadiness(test::planted(400, 3, 0.05), by_prim, 1, 30, 1);
    EXPECT_GT(s.bound_low[0], 0.95);
    EXPECT_GT(s.bound_high[1], 0.95);
    EXPECT_LT(s.bound_low[2], 0.6);
    EXPECT_GT(s.density.value, 0.7);
    EXPECT_LE(s.density.hi, 1);
    EXPECT_GT(s.coverage.lo, 0.3);
}

// Where nothing matters, points that were left out show it: their density is that of all points,
// though every box looks denser in the points it was made from.
TEST(Steadiness, PointsLeftOutAreNotFooled) {
    Sample noise = test::planted(400, 4, 0);
    const auto coins = design::random_points(400, 1, 77);
    for (std::size_t p = 0; p < 400; ++p) noise.hits[p] = coins[p][0] < 0.3;
    const Steadiness s = steadiness(noise, by_prim, 1, 40, 1);
    const double all = held(whole(4), noise).density();
    EXPECT_NEAR(s.density.value, all, 0.08);
    EXPECT_GT(held(peeled(noise, {}).back(), noise).density(), all + 0.1) << "the twin";
}

// One hit of 40 points, and a box that holds all: a resample with the hit leaves none out that is
// one, so that the density is 0. Passing over those resamples leaves nothing that is known.
TEST(Steadiness, LeftOutPointsWithoutAHitCount) {
    Sample rare;
    for (int i = 0; i < 40; ++i) {
        rare.rows.push_back({static_cast<double>(i)});
        rare.hits.push_back(i == 0);
    }
    const Steadiness s = steadiness(
        rare, [](const Sample&) { return whole(1); }, 1, 30, 1);
    EXPECT_EQ(s.density.value, 0) << "the hit was drawn, so that no point left out is one";
    EXPECT_TRUE(std::isnan(s.coverage.value));
    EXPECT_EQ(s.bound_low[0], 0);
}

TEST(Steadiness, PassesOverWhatHasNoHits) {
    Sample none = test::planted(20, 2, 0);
    none.hits.assign(20, false);
    EXPECT_TRUE(std::isnan(steadiness(none, by_prim, 1, 5, 1).bound_low[0]));
    EXPECT_THROW(steadiness(none, by_prim, 3, 5, 1), std::invalid_argument);
    EXPECT_TRUE(steadiness({}, by_prim, 1, 5, 1).bound_low.empty());
}

}  // namespace
}  // namespace forestall::discover
