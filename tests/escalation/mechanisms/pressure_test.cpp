// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(PressureFromOutside, FollowsAttentionOnThoseWhoCare) {
    SmallWar w(small_country(
        {{"pressure.news", 0}, {"actor.Army.sensitivity", 0.4}, {"actor.Front.sensitivity", 0}}));
    w.act("pressure");
    EXPECT_EQ(w.scene.pressure[army], 0) << "nobody looks";
    w.scene.attention = 0.5;
    w.act("pressure");
    EXPECT_NEAR(w.scene.pressure[army], 0.4 * w.values["pressure.weight"] * 0.5, 1e-12);
    EXPECT_EQ(w.scene.pressure[front], 0);
    w.scene.levers[lever<"pressure">][front] = 0.3;
    w.act("pressure");
    EXPECT_EQ(w.scene.pressure[front], 0.3);
}

TEST(PressureFromOutside, IsLessWhileTheWorldIsBusyElsewhere) {
    SmallWar busy(small_country({{"pressure.news", 1}})),
        calm(small_country({{"pressure.news", 0}}));
    for (SmallWar* w : {&busy, &calm}) {
        w->scene.attention = 1;
        for (int i = 0; i < 20; ++i) w->act("pressure");
    }
    EXPECT_NEAR(busy.scene.pressure[army], calm.scene.pressure[army] * (1 - busy.scene.crowding),
                1e-12);
    EXPECT_GT(busy.scene.crowding, 0.3);
}

}  // namespace
}  // namespace forestall
