// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(OwnPeople, AreSpared) {
    SmallScene s;
    for (const Action a : {mass, campaign})
        EXPECT_EQ(
            s.says("own_people", {.action = a, .actor = army, .place = ford, .group = lowlanders}),
            -s.values["own_people.spare"]);
    for (const Action a : {selective, repress})
        EXPECT_EQ(
            s.says("own_people", {.action = a, .actor = army, .place = ford, .group = lowlanders}),
            -s.values["own_people.police"]);
}

TEST(OwnPeople, OfFriendsAreSparedByHowCloseTheyAre) {
    SmallScene s;
    const Choice blow{.action = mass, .actor = army, .place = ford, .group = highlanders};
    EXPECT_EQ(s.says("own_people", blow), 0) << "who speaks for them is an enemy";
    s.scene.relation(army, front) = 0.5;
    EXPECT_EQ(s.says("own_people", blow), -0.5 * s.values["own_people.friends"]);
    EXPECT_EQ(s.says("own_people",
                     {.action = selective, .actor = army, .place = ford, .group = highlanders}),
              0)
        << "they are policed like others";
}

TEST(OwnPeople, SayNothingOfOthers) { expect_speaks_only_of("own_people", {}); }

}  // namespace
}  // namespace forestall
