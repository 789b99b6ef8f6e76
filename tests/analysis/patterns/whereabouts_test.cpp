// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/whereabouts.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using namespace test;

/// Four regions of equal people, one place each; actor 0 is side 0, actor 1 is side 1.
Case four_regions() {
    return {{100, 100, 100, 100}, {0, 1, 2, 3}, {0, 1}, {"one", "other"}, 0, {182, 365}};
}

Course killed_at(const std::vector<double>& by_place, double by_other = 0) {
    Course c = calm_course(52);
    for (std::size_t p = 0; p < by_place.size(); ++p) {
        c.acts.push_back(killing(static_cast<int>(p) * 10, by_place[p]));
        c.acts.back().place = static_cast<int>(p);
    }
    if (by_other > 0) {
        c.acts.push_back(killing(30, by_other, 1, 0));
        c.acts.back().place = 3;
    }
    return c;
}

std::vector<Recorded> record_of(const std::vector<double>& by_region) {
    std::vector<Recorded> out;
    for (std::size_t r = 0; r < by_region.size(); ++r)
        for (int i = 0; i < 10; ++i)
            out.push_back({static_cast<int>(r) * 70 + i, static_cast<int>(r), r < 3 ? 0 : 1, true,
                           by_region[r] / 10});
    return out;
}

TEST(Spearman, GivesTiesTheirMeanRank) {
    EXPECT_DOUBLE_EQ(spearman({1, 2, 3, 4}, {10, 20, 30, 99}), 1);
    EXPECT_DOUBLE_EQ(spearman({1, 2, 3, 4}, {4, 3, 2, 1}), -1);
    EXPECT_NEAR(spearman({1, 1, 2, 3}, {1, 2, 3, 4}), 0.9487, 1e-3);
    EXPECT_TRUE(std::isnan(spearman({1, 2}, {1, 2})));
}

TEST(DensestFiveWeeks, AreOnEnd) {
    EXPECT_DOUBLE_EQ(densest_five_weeks({1, 1, 1, 1, 1, 1, 1, 1, 1, 1}), 0.5);
    EXPECT_DOUBLE_EQ(densest_five_weeks({5, 0, 0, 0, 0, 5}), 0.5);
}

TEST(PlaceSkill, IsAboveNothingOnlyIfTheModelKnowsMoreThanPopulation) {
    const Case c = four_regions();
    const auto record = record_of({700, 200, 90, 10});
    EXPECT_GT(place_skill(record, {0.7, 0.2, 0.09, 0.01}, c).lo, 0);
    EXPECT_NEAR(place_skill(record, {0.25, 0.25, 0.25, 0.25}, c).value, 0, 1e-12);
    EXPECT_LT(place_skill(record, {0, 0.1, 0.2, 0.7}, c).hi, 0);
}

TEST(Where, AModelOfTheRecordMeetsItAndItsMirrorDoesNot) {
    const Case c = four_regions();
    const auto record = record_of({700, 200, 90, 10});
    const std::vector<Course> same{killed_at({690, 210, 91, 9}), killed_at({710, 190, 89, 11})},
        mirrored{killed_at({10, 90, 200, 700}), killed_at({11, 89, 190, 710})};
    const auto good = where_parts(same, record, c), bad = where_parts(mirrored, record, c);
    EXPECT_EQ(part_named(good, "log score").judgement, Judgement::met);
    EXPECT_EQ(part_named(good, "Spearman of deaths").judgement, Judgement::met);
    EXPECT_EQ(part_named(good, "capital").judgement, Judgement::met);
    for (const Part& p : bad) {
        if (p.judgement == Judgement::note) continue;
        EXPECT_EQ(p.judgement, Judgement::missed) << p.what;
    }
}

TEST(Where, OfADeathIsForetoldByTheMembersThatHaveMany) {
    const Case c = four_regions();
    const auto record = record_of({700, 200, 90, 10});
    const std::vector<Course> unlike{killed_at({690, 210, 91, 9}), killed_at({0, 0, 0, 5}),
                                     killed_at({0, 0, 1, 6})};
    EXPECT_EQ(part_named(where_parts(unlike, record, c), "log score").judgement, Judgement::met);
}

TEST(When, ReportedDeathsOfEachHalfYearAreLookedAtAndBursts) {
    const Case c = four_regions();
    // The record: 90 in either half-year; half of the model's civilians are reported.
    const std::vector<Recorded> record{{20, 0, 0, true, 90}, {210, 1, 0, true, 90}};
    std::vector<Course> around, below;
    for (int i = 0; i < 9; ++i) {
        around.push_back(killed_at({100.0 + 20 * i, 0, 0, 100.0 + 20 * i}));
        below.push_back(killed_at({10.0 + i, 0, 0, 10.0 + i}));
    }
    for (const Part& p : when_parts(around, record, c))
        EXPECT_EQ(p.judgement, Judgement::met) << p.what;
    EXPECT_EQ(part_named(when_parts(below, record, c), "half-year 1").judgement, Judgement::missed);
    EXPECT_EQ(part_named(when_parts(below, record, c), "same edge").judgement, Judgement::missed);
}

TEST(Who, EachSideIsWithinTwentyPoints) {
    const Case c = four_regions();
    const auto record = record_of({200, 200, 200, 400});
    const std::vector<Course> near(4, killed_at({300, 300}, 300)),
        far(4, killed_at({300, 300}, 10));
    for (const Part& p : who_parts(near, record, c))
        EXPECT_EQ(p.judgement, Judgement::met) << p.what;
    for (const Part& p : who_parts(far, record, c))
        EXPECT_EQ(p.judgement, Judgement::missed) << p.what;
}

}  // namespace
}  // namespace forestall::patterns
