// SPDX-License-Identifier: Apache-2.0
// The three clearest links of docs/feedback-loops.md in short form. Sizes from the long form: a
// link whose mean is more than z standard errors from nothing with n members needs n (5.6 + 4.75)^2
// / z^2 of them for alpha 1e-6 one-sided and a chance below 1e-8 of missing it: 20 for the mission,
// 730 for its neighbours, 90 for income, where all members have the same weights. Those that draw
// them differ more: three times as many of each.
#include "validation/loops.hpp"

#include <gtest/gtest.h>

namespace forestall::test {
namespace {

constexpr double one_in_a_million = 4.75;

Loop link(std::string_view name) {
    for (const Loop& l : loops())
        if (l.link == name) return l;
    throw std::out_of_range(std::string(name));
}

double z_of(std::string_view name, std::size_t members) {
    const Loop l = link(name);
    return effect_of(l, members, Parallel(Backend::tbb, 2), 11).z;
}

TEST(Loops, AMissionProtectsWhereItStands) {
    EXPECT_LT(z_of("mission, protection here", 60), -one_in_a_million);
}

TEST(Loops, PressureRestrains) { EXPECT_LT(z_of("pressure, restraint", 240), -one_in_a_million); }

TEST(Loops, LessIncomeMeansLessFighting) {
    EXPECT_LT(z_of("income, fighting", 400), -one_in_a_million);
}

TEST(Loops, ALinkThatIsNotCutMakesNoDifference) {
    Loop l = link("mission, protection here");
    l.without = l.with;
    EXPECT_EQ(effect_of(l, 8, Parallel(), 11).z, 0);
}

}  // namespace
}  // namespace forestall::test
