// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(PerceptionOfTheStep, IsThatOfTheActors) {
    SmallWar w;
    Scene other = w.scene;
    w.act("perception");
    perceive(other, w.world, w.luck, 0, 7, w.values.of(perception_parameters));
    EXPECT_EQ(w.scene.belief, other.belief);
    EXPECT_EQ(w.scene.threat, other.threat);
    EXPECT_GT(w.scene.threat[army], 0);
}

}  // namespace
}  // namespace forestall
