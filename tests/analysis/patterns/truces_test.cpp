// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/truces.hpp"

#include <gtest/gtest.h>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using namespace test;

/// 20 dead before a truce from week 100 on, `during` in it; it holds for `weeks`.
Course with_truce(double during, int weeks, bool relapsed) {
    Course c = calm_course();
    c.truces = {{0, 1, 100, 100 + weeks, relapsed}};
    c.acts = {killing(95, 20), killing(103, during)};
    return c;
}

TEST(Hush, LooksAsFarBackAsTheTruceLastsAndAtTheTwoOnly) {
    Course c = with_truce(5, 10, true);
    c.acts.push_back(killing(85, 100));         // before the window
    c.acts.push_back(killing(104, 100, 0, 0));  // its own people
    const Hush h = hush_of(c, c.truces[0]);
    EXPECT_EQ(h.before, 20);
    EXPECT_EQ(h.during, 5);
    c.acts.push_back(killing(104, 3, 1, 0));  // by the other side
    EXPECT_EQ(hush_of(c, c.truces[0]).during, 8);
}

TEST(Relapse, IsEstimatedAmongTrucesThatAreStillWatched) {
    std::vector<Course> courses{with_truce(1, 52, true), with_truce(1, 26, false),
                                with_truce(1, 400, false)};
    // One in two of those still watched after a year.
    EXPECT_DOUBLE_EQ(relapsed_within(courses, 5).value, 0.5);
    courses[0] = with_truce(1, 300, true);  // after five years
    EXPECT_DOUBLE_EQ(relapsed_within(courses, 5).value, 0);
}

TEST(Mediation, IsLookedAtByWhatBecomesOfTruces) {
    const std::vector<Course> without(3, with_truce(20, 1, false));  // 40 dead each
    std::vector<Course> with{with_truce(0, 100, false), with_truce(20, 100, true), calm_course()};
    with[2].acts = {killing(5, 10)};
    const std::vector<Part> parts = mediation_parts(without, with);
    ASSERT_EQ(parts.size(), 4U);
    EXPECT_NEAR(parts[0].figure.value, 70.0 / 120, 1e-9);
    EXPECT_NEAR(part_named(parts, "all hold").figure.value, 0.5, 1e-9);
    EXPECT_NEAR(part_named(parts, "that breaks").figure.value, 1, 1e-9);
    EXPECT_NEAR(part_named(parts, "without a truce").figure.value, 0.25, 1e-9);
}

TEST(TruceParts, AreMetWhereItHoldsAndMissedWhereItDoesNot) {
    std::vector<Course> holds, fails;
    for (int i = 0; i < 10; ++i) {
        holds.push_back(with_truce(5, 100, i < 3));
        fails.push_back(with_truce(18, 100, i < 9));
    }
    for (const Part& p : truce_parts(holds, {})) EXPECT_EQ(p.judgement, Judgement::met) << p.what;
    for (const Part& p : truce_parts(fails, {}))
        EXPECT_EQ(p.judgement, Judgement::missed) << p.what;
    EXPECT_EQ(truce_parts(holds, fails).size(), 3U);
}

}  // namespace
}  // namespace forestall::patterns
