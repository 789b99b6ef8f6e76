// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(GroundWorth, DrawsUnitsToWhereTheyHoldLittleAndNobodyGuards) {
    SmallScene s;
    const double there = s.says("ground", move);
    EXPECT_GT(there, 0) << "Mill is in the Front's hands";
    EXPECT_EQ(s.says("ground", {.action = move, .actor = army, .place = mill, .to = ford}), -there);
    s.scene.protection[mill] = 1;
    EXPECT_NEAR(there - s.says("ground", move),
                s.values["ground.weight"] * s.values["ground.guarded"], 1e-12);
    s.scene.levers[lever<"protection">][mill] = 1;
    EXPECT_NEAR(there - s.says("ground", move),
                s.values["ground.weight"] * s.values["ground.guarded"], 1e-12)
        << "full protection is full";
}

TEST(GroundWorth, SpeaksOfMovesOnly) { expect_speaks_only_of("ground", {move}); }

}  // namespace
}  // namespace forestall
