// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Norms, HoldBackFromCivilians) {
    SmallScene s;
    s.scene.who[army].restraint = 0.6;
    EXPECT_NEAR(s.says("norms", mass), -0.6 * s.values["norms.mass"], 1e-12);
    EXPECT_NEAR(s.says("norms", repress), -0.6 * s.values["norms.selective"], 1e-12);
    expect_speaks_only_of("norms", {mass, campaign, selective, repress});
}

TEST(Norms, WearAwayWithHabitAndStayBetweenNoneAndFull) {
    SmallScene s;
    s.scene.who[army].restraint = 0.3;
    s.scene.habit[army] = 0.1;
    EXPECT_NEAR(s.says("norms", mass), -0.2 * s.values["norms.mass"], 1e-12);
    s.scene.habit[army] = 0.5;
    EXPECT_EQ(s.says("norms", mass), 0);
    s.scene.levers[lever<"restraint">][army] = 5;
    EXPECT_EQ(s.says("norms", mass), -s.values["norms.mass"]);
}

}  // namespace
}  // namespace forestall
