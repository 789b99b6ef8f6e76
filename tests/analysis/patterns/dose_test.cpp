// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/dose.hpp"

#include <gtest/gtest.h>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using test::part_named;
using Numbers = std::vector<double>;

TEST(Dose, IsTheRatioOfOneUnit) {
    EXPECT_DOUBLE_EQ(ratio_per_dose(Numbers(20, 49), Numbers(20, 100), 2).value, 0.7);
    EXPECT_DOUBLE_EQ(ratio_per_dose(Numbers(20, 49), Numbers(20, 100), 1).value, 0.49);
}

TEST(DoseParts, AMissionThatEndsAllKillingIsTooStrong) {
    const Doses right{2, Numbers(20, 45), Numbers(20, 90), Numbers(20, 9), Numbers(20, 10)},
        strong{2, Numbers(20, 0), Numbers(20, 90), Numbers(20, 0), Numbers(20, 10)};
    for (const Part& p : dose_parts("1,000 troops", right, 0.61, 0.85))
        EXPECT_EQ(p.judgement, Judgement::met) << p.what << " " << p.figure.value;
    EXPECT_EQ(part_named(dose_parts("1,000 troops", strong, 0.61, 0.85), "ratio").judgement,
              Judgement::missed);
    const Doses states{2, Numbers(20, 80), Numbers(20, 90), Numbers(20, 2), Numbers(20, 10)};
    EXPECT_EQ(part_named(dose_parts("1,000 troops", states, 0.61, 0.85), "government").judgement,
              Judgement::missed);
}

TEST(RoadParts, AgreeWithinFivePerCent) {
    EXPECT_EQ(road_parts(Numbers(20, 104), Numbers(20, 100))[0].judgement, Judgement::met);
    EXPECT_EQ(road_parts(Numbers(20, 73), Numbers(20, 7))[0].judgement, Judgement::missed);
}

}  // namespace
}  // namespace forestall::patterns
