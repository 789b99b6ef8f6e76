// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Threat, ArmsStrikesAndTurnsOnEnemyPeople) {
    SmallScene s;
    for (const Action a : {recruit, attack, mass}) EXPECT_EQ(s.says("threat", a), 0);
    s.scene.threat[army] = 0.5;
    EXPECT_NEAR(s.says("threat", recruit), 0.5 * s.values["threat.arm"], 1e-12);
    EXPECT_NEAR(s.says("threat", attack), 0.5 * 0.7 * s.values["threat.attack"], 1e-12);
    EXPECT_NEAR(s.says("threat", mass), 0.5 * 0.7 * s.values["threat.mass"], 1e-12);
    EXPECT_NEAR(s.says("threat", selective), 0.5 * 0.7 * s.values["threat.selective"], 1e-12);
}

TEST(Threat, SparesFriendsAndOwnPeople) {
    SmallScene s;
    s.stir();
    EXPECT_EQ(s.says("threat", {.action = attack, .actor = army, .place = ford, .other = militia}),
              0);
    EXPECT_EQ(s.says("threat", {.action = mass, .actor = army, .place = ford, .group = lowlanders}),
              0);
    expect_speaks_only_of("threat", {recruit, attack, offensive, selective, mass, campaign});
}

}  // namespace
}  // namespace forestall
