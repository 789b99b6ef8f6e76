// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Orders, SpeakForAttackWhileTheOffensiveRuns) {
    SmallScene s;
    EXPECT_EQ(s.says("orders", attack), 0);
    s.scene.offensive(army, front) = {0.1, 7};
    EXPECT_EQ(s.says("orders", attack), s.values["orders.attack"]);
    EXPECT_EQ(s.says("orders", {.action = attack, .actor = army, .place = ford, .other = militia}),
              0)
        << "against whom it is";
    expect_rests_on_event(s, "orders", attack);
}

TEST(Orders, SpeakForMassViolenceWhileTheCampaignRuns) {
    SmallScene s;
    s.scene.campaign(army, highlanders) = {2, 7};
    EXPECT_EQ(s.says("orders", mass), s.values["orders.mass"]);
    EXPECT_EQ(
        s.says("orders", {.action = mass, .actor = militia, .place = ford, .group = highlanders}),
        0)
        << "another actor's orders";
    expect_rests_on_event(s, "orders", mass);
    expect_speaks_only_of("orders", {attack, mass});
}

}  // namespace
}  // namespace forestall
