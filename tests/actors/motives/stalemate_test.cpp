// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Stalemate, SpeaksForTalksWhenWarHurtsAndMovesNothing) {
    SmallScene s;
    EXPECT_EQ(s.says("stalemate", talk), 0) << "no war, no stalemate";
    s.scene.dyad(front, army) = {DyadState::fighting, 0.3, 0, 0, 7};
    EXPECT_NEAR(s.says("stalemate", talk), 0.3 * s.values["stalemate.weight"], 1e-12);
    EXPECT_EQ(s.says("stalemate", {.action = talk, .actor = front, .other = army}),
              s.says("stalemate", talk))
        << "it is mutual";
    expect_rests_on_event(s, "stalemate", talk);
    s.scene.dyad(army, front).progress = 0.1;
    EXPECT_EQ(s.says("stalemate", talk), 0) << "ground moves";
}

TEST(Stalemate, SpeaksOfTalksOnly) { expect_speaks_only_of("stalemate", {talk}); }

}  // namespace
}  // namespace forestall
