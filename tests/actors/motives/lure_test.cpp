// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Lure, IsNoneAtRest) {
    SmallScene s;
    for (int i = 0; i <= static_cast<int>(walk_out); ++i)
        EXPECT_EQ(s.says("lure", static_cast<Action>(i)), 0);
}

TEST(Lure, DrawsAttackersToThePlaceAndTheStateLess) {
    SmallScene s;
    s.scene.levers[lever<"lure">][mill] = 0.5;
    EXPECT_EQ(s.says("lure", {.action = mass, .actor = front, .place = mill, .group = lowlanders}),
              0.5);
    EXPECT_EQ(s.says("lure",
                     {.action = selective, .actor = militia, .place = mill, .group = highlanders}),
              0.5);
    EXPECT_EQ(s.says("lure", {.action = mass, .actor = army, .place = mill, .group = highlanders}),
              0.5 * s.values["lure.state"]);
    EXPECT_EQ(s.says("lure", {.action = attack, .actor = front, .place = mill, .other = army}),
              0.5 * s.values["lure.battle"]);
    EXPECT_EQ(s.says("lure", {.action = mass, .actor = front, .place = ford, .group = lowlanders}),
              0)
        << "there is nothing to be had in Ford";
}

TEST(Lure, SpeaksOnlyOfWhatIsDoneAtThePlace) {
    expect_speaks_only_of("lure", {attack, selective, mass});
}

}  // namespace
}  // namespace forestall
