// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/peacetime.hpp"

#include <gtest/gtest.h>

#include "analysis/patterns/made_up.hpp"

namespace forestall::patterns {
namespace {

using namespace test;

TEST(PeaceDead, AreToldApartByWhoKilled) {
    Course c = calm_course();
    c.acts = {killing(1, 10), killing(2, 5, 1, 0), battle(3, 2)};
    Act clash = killing(4, 70, -1, 1);
    clash.deed = Deed::communal;
    c.acts.push_back(clash);
    const PeaceDead d = peace_dead(c, {true, false});
    EXPECT_EQ(d.by_state, 10);
    EXPECT_EQ(d.communal, 75);
    EXPECT_EQ(d.in_battle, 2);
}

TEST(Peacetime, AWarIsNoKillingWithoutOne) {
    const std::vector<PeaceDead> peace{{224, 0, 1}, {0, 0, 0}}, war{{224, 0, 100}, {40, 0, 0}},
        state{{0, 2000, 10}}, small{{0, 900, 0}};
    const auto met = peacetime_parts(peace, state), missed = peacetime_parts(war, small);
    for (const Part& p : met) EXPECT_EQ(p.judgement, Judgement::met) << p.what;
    for (const Part& p : missed) EXPECT_EQ(p.judgement, Judgement::missed) << p.what;
    EXPECT_DOUBLE_EQ(met[0].figure.value, 0.5);
}

}  // namespace
}  // namespace forestall::patterns
