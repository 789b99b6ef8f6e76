// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Settlement, DemobilisesTheOtherSideDownToAFloor) {
    SmallWar w;
    const Persons army_men = w.scene.force(army), front_men = w.scene.force(front);
    w.act("settlement");
    EXPECT_EQ(w.scene.force(front), front_men) << "there is no agreement";
    w.scene.dyad(army, front).state = DyadState::agreement;
    for (int week = 0; week < 400; ++week) w.act("settlement");
    EXPECT_EQ(w.scene.force(army), army_men);
    EXPECT_LT(w.scene.force(front), front_men / 2);
    EXPECT_GT(w.scene.force(front), front_men / 4) << "0.4 of the most it had, and the last step";
}

TEST(Settlement, SharesPostsWhenItIsMadeAndGainsEsteem) {
    SmallWar w;
    w.scene.dyad(army, front).state = DyadState::agreement;
    Event made;
    made.kind = EventKind::agreement;
    made.actor = front;
    made.opponent = army;
    w.events.push_back(made);
    const double of_army = w.scene.income[army], of_front = w.scene.income[front];
    const double esteem = w.scene.legitimacy(army, highlanders);
    w.act("settlement");
    EXPECT_NEAR(w.scene.income[army], 0.9 * of_army, 1e-9);
    EXPECT_NEAR(w.scene.income[front], of_front + 0.1 * of_army, 1e-9);
    EXPECT_GT(w.scene.legitimacy(army, highlanders), esteem);
    w.events.clear();
    w.act("settlement");
    EXPECT_NEAR(w.scene.income[army], 0.9 * of_army, 1e-9) << "once";
}

}  // namespace
}  // namespace forestall
