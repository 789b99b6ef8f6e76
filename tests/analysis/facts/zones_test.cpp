// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/zones.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

namespace forestall::analysis {
namespace {

constexpr ZoneCounts m_of_kalyvas{{0, 1, 20, 2, 30, 1}, {0, 1000, 1000, 1000, 1000, 1000}};
constexpr ZoneCounts flat{{0, 10, 10, 10, 10, 10}, {0, 1000, 1000, 1000, 1000, 1000}};

TEST(Zones, ContrastIsTheMeanOfTwoAndFourLessThatOfTheOthers) {
    EXPECT_NEAR(m_contrast(m_of_kalyvas), 25 - 4.0 / 3, 1e-12);
    EXPECT_TRUE(m_shaped(m_of_kalyvas));
    EXPECT_NEAR(m_contrast(flat), 0, 1e-12);
    EXPECT_FALSE(m_shaped(flat));
}

TEST(Zones, RatesAreByExposure) {
    ZoneCounts c = flat;
    c.exposure[4] = 100;
    EXPECT_DOUBLE_EQ(rates(c)[4], 100);
    c.exposure[2] = 0;
    EXPECT_TRUE(std::isnan(rates(c)[2]));
    EXPECT_TRUE(std::isnan(m_contrast(c)));
}

TEST(Zones, IntervalLiesAboveNoughtForAnMAndAroundItWithoutOne) {
    const Estimate m = m_contrast(std::array{m_of_kalyvas}, 0, 1);
    EXPECT_GT(m.lo, 0);
    const Estimate none = m_contrast(std::array{flat}, 0, 1);
    EXPECT_LT(none.lo, 0);
    EXPECT_GT(none.hi, 0);
    const std::vector<ZoneCounts> members{m_of_kalyvas, m_of_kalyvas, flat, m_of_kalyvas};
    const Estimate pooled = m_contrast(members, 200, 1);
    EXPECT_NEAR(pooled.value, 0.75 * m_contrast(m_of_kalyvas), 1e-9);
    EXPECT_LE(pooled.lo, pooled.value);
}

TEST(Zones, OnlySelectiveOneSidedViolenceCounts) {
    History h;
    for (const Deed deed : {Deed::one_sided, Deed::battle, Deed::one_sided}) {
        Occurrence o;
        o.deed = deed;
        o.zone = 2;
        o.selective = h.events.size() < 2;
        h.events.push_back(o);
    }
    EXPECT_EQ(selective_by_zone(h).events[2], 1);
}

}  // namespace
}  // namespace forestall::analysis
