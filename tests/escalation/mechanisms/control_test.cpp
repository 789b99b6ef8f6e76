// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Control, FollowsWhoStandsThere) {
    SmallWar w(small_country({{"control.pace", 1}}));
    for (int i = 0; i < 20; ++i) w.act("control", 30);
    EXPECT_GT(w.scene.control(ford, army), 0.7);
    EXPECT_LT(w.scene.control(mill, army), 1e-6) << "nobody of the Army is in Mill";
    double sum = 0;
    for (const ActorId a : ids<ActorId>(3)) sum += w.scene.control(ford, a);
    EXPECT_LT(sum, 1) << "some is nobody's";
}

TEST(Control, GroundLostIsFelt) {
    SmallWar w(small_country({{"control.pace", 0.1}}));
    w.scene.units(army, ford) = {1};
    w.scene.units(front, ford) = {500};
    w.scene.recount();
    w.act("control");
    EXPECT_GT(w.scene.losing[army].value, 0);
    EXPECT_LE(w.scene.losing[army].value, 1);
}

TEST(Control, StaysAtPaceNought) {
    SmallWar w(small_country({{"control.pace", 0}}));
    const auto before = w.scene.control;
    w.act("control");
    EXPECT_EQ(w.scene.control, before);
}

}  // namespace
}  // namespace forestall
