// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Advantage, SpeaksForAttackOnTheWeakerAsMuchAsAgainstOneOnTheStronger) {
    SmallScene s;
    s.post(army, ford, 99);
    s.post(front, ford, 9);
    const double strong = s.says("advantage", attack);
    EXPECT_NEAR(strong, s.values["advantage.weight"] * std::log(10.0), 1e-12);
    EXPECT_DOUBLE_EQ(
        s.says("advantage", {.action = attack, .actor = front, .place = ford, .other = army}),
        -strong);
    s.scene.levers[lever<"arms">][army] = 0;
    EXPECT_LT(s.says("advantage", attack), 0) << "without arms numbers are nothing";
}

TEST(Advantage, SaysNothingAtParityNorOfAnythingElse) {
    SmallScene s;
    for (const auto a : {army, front}) s.post(a, ford, 50);
    EXPECT_EQ(s.says("advantage", attack), 0);
    expect_speaks_only_of("advantage", {attack});
}

}  // namespace
}  // namespace forestall
