// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Supply, FightersWhoAreNotPaidLeave) {
    SmallWar w(
        small_country({{"actor.Front.supply", 0}, {"supply.desertion", 0.1}, {"supply.taxes", 0}}));
    for (int i = 0; i < 60; ++i) w.act("supply");
    EXPECT_LT(w.scene.force(front), 5);
    EXPECT_EQ(w.scene.force(army), 300) << "who is paid stays";
    EXPECT_NEAR(w.scene.supply[army], 1, 1e-9);
}

TEST(Supply, GrowsWithThePeopleUnderControl) {
    SmallWar w(small_country({{"supply.taxes", 100}, {"supply.lag", 1}}));
    w.scene.control(mill, army) = 0.3;
    w.act("supply", 1000);
    EXPECT_NEAR(w.scene.supply[army], (300 + 100 * 0.15 * 4) / 300, 1e-9)
        << "0.15 more of 4,000 people";
}

}  // namespace
}  // namespace forestall
