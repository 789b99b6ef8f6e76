// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Leadership, OrdersRunForTheirWeeks) {
    SmallWar w;
    w.order({Action::offensive, army, 0, 0, front});
    w.order({Action::campaign, front, 0, lowlanders, 0});
    w.act("leadership");
    EXPECT_EQ(w.scene.offensive[w.scene.aa(army, front)].value, w.values["leadership.offensive"]);
    EXPECT_EQ(w.scene.offensive[w.scene.aa(army, front)].event, 0);
    EXPECT_EQ(w.scene.campaign[w.scene.ag(front, lowlanders)].value,
              w.values["leadership.campaign"]);
    EXPECT_EQ(w.scene.campaign[w.scene.ag(front, lowlanders)].event, 1);
    ASSERT_EQ(w.events.size(), 2u);
    EXPECT_EQ(w.events[1].target, GroupId(lowlanders));
}

TEST(Leadership, TalksTakeTwo) {
    for (const bool eager : {false, true}) {
        SmallWar w(small_country({{"leadership.accept", eager ? 10 : -10}, {"inertia.talk", 0}}));
        w.scene.dyad(army, front).state = DyadState::fighting;
        w.order({Action::talk, army, 0, 0, front});
        w.act("leadership");
        EXPECT_EQ(w.scene.dyad(army, front).state, eager ? DyadState::talks : DyadState::fighting);
    }
}

TEST(Leadership, WhoWalksOutFightsOn) {
    SmallWar w;
    w.scene.dyad(army, front) = {DyadState::ceasefire, 0.1, 0, 50, -1};
    w.order({Action::walk_out, front, 0, 0, army});
    w.act("leadership");
    EXPECT_EQ(w.scene.dyad(army, front).state, DyadState::fighting);
    EXPECT_EQ(w.scene.dyad(army, front).days, 0);
    EXPECT_EQ(w.scene.dyad(army, front).event, 0);
}

}  // namespace
}  // namespace forestall
