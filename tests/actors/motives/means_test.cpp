// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Means, SayNothingWhileSupplyIsEnough) {
    SmallScene s;
    for (const double enough : {1.0, 2.0}) {
        s.scene.supply[army] = enough;
        for (const Action a : {attack, offensive, selective, recruit})
            EXPECT_EQ(s.says("means", a), 0);
    }
}

TEST(Means, LackingSpeakAgainstWarAndRecruitsAndForPrey) {
    SmallScene s;
    s.scene.supply[army] = 0.25;
    EXPECT_NEAR(s.says("means", attack), -0.75 * s.values["means.war"], 1e-12);
    EXPECT_NEAR(s.says("means", recruit), -0.75 * s.values["means.recruit"], 1e-12);
    EXPECT_NEAR(s.says("means", selective), 0.75 * s.values["means.predation"], 1e-12);
    EXPECT_EQ(s.says("means", mass), 0);
}

TEST(Means, VictorsWhoAreNotPaidPlunderThoseWhoAreNotTheirs) {
    SmallScene s;
    s.scene.supply[army] = 0.25;
    s.scene.career[army].took = 3;
    EXPECT_NEAR(s.says("means", selective),
                0.75 * (s.values["means.predation"] + s.values["means.plunder"]), 1e-12);
    EXPECT_NEAR(s.says("means", mass), 0.75 * s.values["means.spoils"], 1e-12);
    EXPECT_NEAR(
        s.says("means", {.action = selective, .actor = army, .place = ford, .group = lowlanders}),
        0.75 * s.values["means.predation"], 1e-12);
}

}  // namespace
}  // namespace forestall
