// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Loyalty, IsLostWithThosesPeopleWhoAreKilled) {
    SmallWar w(small_country({{"loyalty.return", 0}}));
    const auto before = w.scene.legitimacy;
    Event e;
    e.actor = army, e.target = highlanders, e.civilian_deaths = 20;
    w.events = {e};
    w.act("loyalty");
    auto expected = before;
    expected(army, highlanders) = w.scene.legitimacy(army, highlanders);
    EXPECT_NEAR(expected(army, highlanders),
                before(army, highlanders) * (1 - 0.04 * std::log(21.0)), 1e-12);
    EXPECT_TRUE(w.scene.legitimacy == expected) << "nobody else's";
}

TEST(Loyalty, ComesBackToWhatItWas) {
    SmallWar w;
    const auto before = w.scene.legitimacy;
    for (double& x : w.scene.legitimacy) x = 0;
    for (int i = 0; i < 40; ++i) w.act("loyalty", 365);
    for (const ActorId a : ids<ActorId>(w.scene.actors))
        for (const GroupId g : ids<GroupId>(w.scene.groups))
            EXPECT_NEAR(w.scene.legitimacy(a, g), before(a, g), 1e-6);
}

TEST(Loyalty, AtMostHalfIsLostInAnEvent) {
    SmallWar w(small_country({{"loyalty.return", 0}, {"loyalty.loss", 1}}));
    Event e;
    e.actor = army, e.target = highlanders, e.civilian_deaths = 100000;
    w.events = {e};
    const double before = w.scene.legitimacy(army, highlanders);
    w.act("loyalty");
    EXPECT_EQ(w.scene.legitimacy(army, highlanders), before / 2);
}

}  // namespace
}  // namespace forestall
