// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/offensive.hpp"

#include <gtest/gtest.h>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using namespace test;

Course fallen() {
    Course c = calm_course(135);
    c.capital[42] = 0.8F;
    c.onset = 60;
    c.acts = {killing(10, 5), killing(50, 995)};
    return c;
}

TEST(Capital, FallsWhenTheChallengerHoldsMoreThanHalfInTheWindow) {
    EXPECT_TRUE(capital_falls(fallen(), 27, 67));
    EXPECT_FALSE(capital_falls(fallen(), 43, 67));
    EXPECT_FALSE(capital_falls(calm_course(135), 27, 67));
}

TEST(DeadBefore, IsAShareOfAllTheDead) { EXPECT_DOUBLE_EQ(dead_before(fallen(), 27), 0.005); }

TEST(Offensive, IsMetWhereTheCapitalFallsInSomeAndNothingHappensWithoutIt) {
    Course held = calm_course(135);
    held.acts = {killing(50, 10)};
    const std::vector<Course> with{fallen(), fallen(), held}, without(3, held);
    for (const Part& p : offensive_parts(with, without, 27))
        EXPECT_EQ(p.judgement, Judgement::met) << p.what << " " << p.figure.value;
    for (const Part& p : offensive_parts(without, with, 5))
        EXPECT_EQ(p.judgement, p.what.find("dead before") == std::string::npos ? Judgement::missed
                                                                               : Judgement::met)
            << p.what;
}

}  // namespace
}  // namespace forestall::patterns
