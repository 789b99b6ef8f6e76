// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/sizes.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using namespace test;

/// 400 events whose sizes have a tail of the exponent, by inversion at even steps.
Sizes tailed(double exponent, double worst_week, double least = 1) {
    Sizes out;
    for (int i = 0; i < 400; ++i)
        out.events.push_back(
            std::llround(std::floor(least * std::pow((i + 0.5) / 400, -1 / (exponent - 1)) + 0.5)));
    out.worst_week = worst_week;
    return out;
}

TEST(Sizes, OfACourseAreItsOneSidedEventsAndTheirWorstWeek) {
    Course c = calm_course(20);
    c.acts = {killing(3, 4), killing(3, 6), killing(9, 8), battle(3, 99)};
    const Sizes s = sizes_of(c);
    EXPECT_EQ(s.events, (std::vector<std::int64_t>{4, 6, 8}));
    EXPECT_EQ(s.worst_week, 10);
    EXPECT_DOUBLE_EQ(median_size(s), 6);
    EXPECT_DOUBLE_EQ(small_share(s), 0);
}

TEST(SizeParts, AreMetByTheRecordsOwnLawAndMissedByEvenSizes) {
    const Sizes record = tailed(2.3, 900, 2);
    const std::vector<Sizes> same{record, tailed(2.3, 700, 2), tailed(2.3, 1200, 2)};
    for (const Part& p : size_parts(same, record))
        EXPECT_EQ(p.judgement, Judgement::met) << p.what << " " << p.figure.value;
    Sizes even;
    even.events.assign(400, 9);
    even.worst_week = 120;
    const std::vector<Sizes> alike(3, even);
    for (const Part& p : size_parts(alike, record))
        EXPECT_EQ(p.judgement, Judgement::missed) << p.what << " " << p.figure.value;
}

}  // namespace
}  // namespace forestall::patterns
