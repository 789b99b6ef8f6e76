// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Protection, HoldsBackLessThoseWhoseConsentItNeeds) {
    SmallScene s;
    s.scene.protection[ford] = 0.5;
    EXPECT_NEAR(s.says("protection", mass),
                -0.5 * s.values["protection.civilians"] * (1 - s.values["protection.consent"]),
                1e-12);
    s.scene.career[army].state = false;
    EXPECT_NEAR(s.says("protection", mass), -0.5 * s.values["protection.civilians"], 1e-12)
        << "who has lost power gives no consent";
    EXPECT_NEAR(
        s.says("protection", {.action = mass, .actor = front, .place = ford, .group = lowlanders}),
        -0.5 * s.values["protection.civilians"], 1e-12);
    EXPECT_EQ(
        s.says("protection", {.action = mass, .actor = front, .place = mill, .group = lowlanders}),
        0)
        << "nobody stands in Mill";
}

TEST(Protection, IsFullAtMost) {
    SmallScene s;
    s.scene.protection[ford] = 0.8;
    s.scene.levers[lever<"protection">][ford] = 0.8;
    EXPECT_EQ(s.says("protection", attack), -s.values["protection.battle"]);
    expect_speaks_only_of("protection", {mass, selective, attack});
}

}  // namespace
}  // namespace forestall
