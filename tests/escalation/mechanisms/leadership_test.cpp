// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Leadership, OrdersRunForTheirWeeks) {
    SmallWar w;
    w.order({.action = Action::offensive, .actor = army, .other = front});
    w.order({.action = Action::campaign, .actor = front, .group = lowlanders});
    w.act("leadership");
    EXPECT_EQ(w.scene.offensive(army, front).value, w.values["leadership.offensive"]);
    EXPECT_EQ(w.scene.offensive(army, front).event, 0);
    EXPECT_EQ(w.scene.campaign(front, lowlanders).value, w.values["leadership.campaign"]);
    EXPECT_EQ(w.scene.campaign(front, lowlanders).event, 1);
    ASSERT_EQ(w.events.size(), 2u);
    EXPECT_EQ(w.events[1].target, lowlanders);
}

TEST(Leadership, TalksTakeTwo) {
    for (const bool eager : {false, true}) {
        SmallWar w(small_country({{"leadership.accept", eager ? 10 : -10}, {"inertia.talk", 0}}));
        w.scene.dyad(army, front).state = DyadState::fighting;
        w.order({.action = Action::talk, .actor = army, .other = front});
        w.act("leadership");
        EXPECT_EQ(w.scene.dyad(army, front).state, eager ? DyadState::talks : DyadState::fighting);
    }
}

TEST(Leadership, WhoWalksOutFightsOn) {
    SmallWar w;
    w.scene.dyad(army, front) = {DyadState::ceasefire, 0.1, 0, 50, -1};
    w.order({.action = Action::walk_out, .actor = front, .other = army});
    w.act("leadership");
    EXPECT_EQ(w.scene.dyad(army, front).state, DyadState::fighting);
    EXPECT_EQ(w.scene.dyad(army, front).days, 0);
    EXPECT_EQ(w.scene.dyad(army, front).event, 0);
}

}  // namespace
}  // namespace forestall
