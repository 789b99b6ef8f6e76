// SPDX-License-Identifier: Apache-2.0
// Which options no other beats in all aims, on columns small enough to see, and how sure that is.
#include "analysis/comparison/front.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "analysis/comparison/quick.hpp"
#include "core/random.hpp"
#include "core/samplers.hpp"

namespace forestall::comparison {
namespace {

using test::quick;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Front, AnOptionIsOffItOnlyWhenOneOtherIsAsGoodInAllAndBetterInOne) {
    const Columns deaths{{5, 5}, {3, 3}, {3, 3}, {4, 4}}, cost{{0, 0}, {2, 2}, {3, 3}, {1, 1}};
    const Front front = front_of({deaths, cost}, quick);
    EXPECT_THAT(front.beaten_by[0], IsEmpty());
    EXPECT_THAT(front.beaten_by[1], IsEmpty());
    EXPECT_THAT(front.beaten_by[2], ElementsAre(1));
    EXPECT_THAT(front.beaten_by[3], IsEmpty());
    EXPECT_EQ(front.chance[2].value, 0);
    EXPECT_EQ(front.chance[3].value, 1);
}

TEST(Front, EqualOptionsDoNotBeatEachOther) {
    const Front front = front_of({{{1, 2}, {1, 2}}, {{3, 3}, {3, 3}}}, quick);
    EXPECT_THAT(front.beaten_by[0], IsEmpty());
    EXPECT_THAT(front.beaten_by[1], IsEmpty());
    EXPECT_EQ(front.chance[0].value, 1);
}

TEST(Front, AThirdAimCanBringAnOptionBack) {
    const Columns deaths{{1, 1}, {2, 2}}, cost{{1, 1}, {2, 2}}, displaced{{9, 9}, {8, 8}};
    EXPECT_THAT(front_of({deaths, cost}, quick).beaten_by[1], ElementsAre(0));
    EXPECT_THAT(front_of({deaths, displaced, cost}, quick).beaten_by[1], IsEmpty());
}

/// Two options that cost the same and whose deaths differ by `gap` standard errors of the
/// difference.
Front two(double gap) {
    constexpr std::uint32_t n = 400;
    Columns deaths(2), cost(2, std::vector<double>(n, 1));
    double mean = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        Stream s(9, 9, i);
        deaths[0].push_back(sample::normal(s.uniform()));
        mean += deaths[0].back() / n;
    }
    for (double& v : deaths[0]) v += gap / 20 - mean;  // standard error 1 / 20
    deaths[1].assign(n, 0.0);
    return front_of({deaths, cost}, Plan{.replicates = 4999});
}

// The chance of being there is that of the mean being below: Φ(-gap). 4,999 resamples have a
// standard error of at most
// 0.0071; the standard deviation of 400 normals is within 18 % of 1 with probability 1 - 1e-6,
// which moves Φ by up to
// 0.045.
TEST(Front, TheChanceOfBeingThereIsThatOfTheMeans) {
    EXPECT_NEAR(two(0).chance[0].value, 0.5, 0.036);
    EXPECT_GT(std::fabs(two(1).chance[0].value - 0.5),
              0.036 + 0.045);  // the tolerance would see a standard error
    EXPECT_NEAR(two(1).chance[0].value, 0.1587, 0.036 + 0.045);
    EXPECT_NEAR(two(-1).chance[0].value, 0.8413, 0.036 + 0.045);
}

}  // namespace
}  // namespace forestall::comparison
