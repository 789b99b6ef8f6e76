// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/hazard.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using test::part_named;

/// `onsets[y]` members with an onset in year y, `never` without.
Onsets made_up(const std::vector<int>& onsets, int never) {
    Onsets out{{}, 7, static_cast<int>(onsets.size())};
    for (std::size_t y = 0; y < onsets.size(); ++y)
        for (int i = 0; i < onsets[y]; ++i) out.steps.push_back(static_cast<int>(y) * 365 / 7 + 20);
    out.steps.insert(out.steps.end(), static_cast<std::size_t>(never), -1);
    return out;
}

TEST(Hazard, CountsOnlyThoseWhoHaveHadNoOnset) {
    const Hazard h = hazard_of(made_up({10, 0, 5}, 85));
    EXPECT_EQ(h.onsets, (std::vector<double>{10, 0, 5}));
    EXPECT_EQ(h.at_risk, (std::vector<double>{100, 90, 90}));
    EXPECT_DOUBLE_EQ(yearly_hazard(made_up({10, 0, 5}, 85), 1, 2).value, 5.0 / 180);
}

TEST(Hazard, AFlatOneOfTwoPerCentIsMet) {
    const Onsets flat = made_up(std::vector<int>(10, 20), 800),
                 middle = made_up({3, 5, 4, 6, 4, 5, 5, 4, 6, 4}, 954),
                 quiet = made_up({0, 0, 1, 0, 0, 0, 0, 0, 0, 0}, 999);
    for (const Part& p : hazard_parts(flat, middle, quiet))
        EXPECT_EQ(p.judgement, Judgement::met) << p.what << " " << p.figure.value;
}

TEST(Hazard, AClimbingOneAndAMedianCountryThatNeverEruptsAreMissed) {
    const Onsets climbs = made_up({2, 1, 9, 12, 14, 9, 10, 11, 12, 17}, 3),
                 none = made_up(std::vector<int>(10, 0), 100);
    const auto parts = hazard_parts(climbs, none, none);
    EXPECT_EQ(part_named(parts, "years 3-10").judgement, Judgement::missed);
    EXPECT_EQ(part_named(parts, "high-risk").judgement, Judgement::missed);
    EXPECT_EQ(part_named(parts, "median country").judgement, Judgement::missed);
    EXPECT_EQ(part_named(parts, "quiet").judgement, Judgement::missed);
}

}  // namespace
}  // namespace forestall::patterns
