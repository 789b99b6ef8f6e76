// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Deterrence, IsNoneAtRest) {
    SmallScene s;
    for (int i = 0; i <= static_cast<int>(walk_out); ++i)
        EXPECT_EQ(s.says("deterrence", static_cast<Action>(i)), 0);
}

TEST(Deterrence, CostsEachKindOfActItsOwnPrice) {
    SmallScene s;
    s.scene.levers[lever<"mass_rate">][army] = -3;
    s.scene.levers[lever<"selective_rate">][army] = -2;
    s.scene.levers[lever<"battle_rate">][army] = -1;
    s.scene.levers[lever<"talk">][army] = 0.5;
    EXPECT_EQ(s.says("deterrence", campaign), -3);
    EXPECT_EQ(s.says("deterrence", repress), -2);
    EXPECT_EQ(s.says("deterrence", offensive), -1);
    EXPECT_EQ(s.says("deterrence", talk), 0.5) << "what partners add to talks";
    EXPECT_EQ(s.says("deterrence",
                     {.action = mass, .actor = militia, .place = ford, .group = highlanders}),
              0)
        << "another actor's price";
    expect_speaks_only_of("deterrence",
                          {mass, campaign, selective, repress, attack, offensive, talk});
}

}  // namespace
}  // namespace forestall
