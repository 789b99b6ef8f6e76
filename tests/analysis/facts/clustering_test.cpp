// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/clustering.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "core/random.hpp"

namespace forestall::analysis {
namespace {

/// Hot spots (most events in one corner) and a common trend (most events late), but no interaction
/// of the two.
std::vector<Sighting> hot_spots_and_trend(std::size_t n) {
    Stream stream(7, process("test.knox"), 0);
    std::vector<Sighting> out;
    for (std::size_t i = 0; i < n; ++i) {
        const double u = stream.uniform();
        out.push_back({5 * u * u, 20 + 5 * stream.uniform(),
                       static_cast<int>(700 * std::sqrt(stream.uniform()))});
    }
    return out;
}

TEST(Knox, FindsNothingInHotSpotsUnderACommonTrend) {
    const Knox k = knox(hot_spots_and_trend(800));
    EXPECT_GT(k.p, 0.005);
    EXPECT_NEAR(k.ratio.value, 1, 0.3);
    EXPECT_LT(k.ratio.lo, 1.1);
}

TEST(Knox, FindsEventsThatFollowEachOtherNearby) {
    std::vector<Sighting> s = hot_spots_and_trend(300);
    for (std::size_t i = 0; i < 300; ++i)
        s.push_back({s[i].latitude + 0.1, s[i].longitude, s[i].day + 5});
    const Knox k = knox(s);
    EXPECT_DOUBLE_EQ(k.p, 1 / 200.0);
    EXPECT_GT(k.ratio.lo, 1.2);
}

TEST(Knox, IsTheSameEveryTimeAndSilentAboutFewEvents) {
    EXPECT_EQ(knox(hot_spots_and_trend(100)).ratio.value,
              knox(hot_spots_and_trend(100)).ratio.value);
    EXPECT_TRUE(std::isnan(knox(hot_spots_and_trend(29)).ratio.value));
    EXPECT_FALSE(std::isnan(knox(hot_spots_and_trend(300), {.most = 100}).ratio.value));
}

TEST(Spread, OfAFireThatGrowsIsEscalationAndOfOneThatWandersRelocation) {
    std::vector<Sighting> grows;
    std::vector<Sighting> wanders;
    for (int month = 0; month < 20; ++month) {
        for (int cell = 0; cell <= month; ++cell)
            grows.push_back({0.25 + cell * 0.5, 0.25, month * 30});
        wanders.push_back({0.25 + month * 0.5, 0.25, month * 30});
    }
    EXPECT_EQ(spread(grows).escalations, 19);
    EXPECT_DOUBLE_EQ(spread(grows).share.value, 1);
    EXPECT_EQ(spread(wanders).relocations, 19);
    EXPECT_DOUBLE_EQ(spread(wanders).share.value, 0);
    EXPECT_LT(spread(wanders).share.hi, 0.5);
}

TEST(Spread, DoesNotCountWhatIsFarAwayOrStays) {
    const std::vector<Sighting> s{{0.25, 0.25, 0}, {0.25, 0.25, 30}, {9, 9, 60}};
    EXPECT_EQ(spread(s).escalations + spread(s).relocations, 0);
    EXPECT_TRUE(std::isnan(spread(s).share.value));
}

}  // namespace
}  // namespace forestall::analysis
