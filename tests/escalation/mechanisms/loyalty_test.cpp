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
    e.actor = ActorId(army), e.target = GroupId(highlanders), e.civilian_deaths = 20;
    w.events = {e};
    w.act("loyalty");
    const auto i = w.scene.ag(army, highlanders);
    EXPECT_NEAR(w.scene.legitimacy[i], before[i] * (1 - 0.04 * std::log(21.0)), 1e-12);
    for (std::size_t j = 0; j < before.size(); ++j)
        if (j != i) {
            EXPECT_EQ(w.scene.legitimacy[j], before[j]);
        }
}

TEST(Loyalty, ComesBackToWhatItWas) {
    SmallWar w;
    const auto before = w.scene.legitimacy;
    for (double& x : w.scene.legitimacy) x = 0;
    for (int i = 0; i < 40; ++i) w.act("loyalty", 365);
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_NEAR(w.scene.legitimacy[i], before[i], 1e-6);
}

TEST(Loyalty, AtMostHalfIsLostInAnEvent) {
    SmallWar w(small_country({{"loyalty.return", 0}, {"loyalty.loss", 1}}));
    Event e;
    e.actor = ActorId(army), e.target = GroupId(highlanders), e.civilian_deaths = 100000;
    w.events = {e};
    const double before = w.scene.legitimacy[w.scene.ag(army, highlanders)];
    w.act("loyalty");
    EXPECT_EQ(w.scene.legitimacy[w.scene.ag(army, highlanders)], before / 2);
}

}  // namespace
}  // namespace forestall
