// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Hatred, GrowsWithIncitementAgainstEnemyPeopleOnly) {
    SmallWar w;
    const auto before = w.scene.animus;
    w.scene.incitement[army] = 1;
    w.act("hatred");
    const double rise = 1 - std::exp(-7 * w.values["hatred.incited"] * 0.7);
    EXPECT_NEAR(w.scene.animus(army, highlanders), 0.2 + 0.8 * rise, 1e-12);
    EXPECT_EQ(w.scene.animus(army, lowlanders), 0);
    EXPECT_NEAR(w.scene.animus(front, lowlanders), before(front, lowlanders), 1e-15)
        << "the Front incites nobody";
}

TEST(Hatred, GrowsWithWrongsByThoseWhoSpeakForTheGroup) {
    SmallWar w;
    w.scene.wronged(front, lowlanders) = {5, 1};
    w.act("hatred");
    EXPECT_GT(w.scene.animus(army, highlanders), 0.2);
    EXPECT_NEAR(w.scene.animus(front, lowlanders), 0.2, 1e-15) << "who did wrong has no more cause";
}

TEST(Hatred, ReturnsToItsGround) {
    SmallWar w;
    w.scene.animus(army, highlanders) = 1;
    for (int i = 0; i < 40; ++i) w.act("hatred", 365);
    EXPECT_NEAR(w.scene.animus(army, highlanders), 0.2, 1e-6);
}

}  // namespace
}  // namespace forestall
