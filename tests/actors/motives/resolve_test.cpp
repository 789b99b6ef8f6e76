// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Resolve, FightsOnAndDoesNotTalk) {
    SmallScene s;
    s.scene.who[army].resolve = 0.5;
    for (const Action a : {attack, offensive, talk}) EXPECT_EQ(s.says("resolve", a), 0);
    s.scene.levers[lever<"resolve">][army] = -0.2;
    EXPECT_NEAR(s.says("resolve", attack), -0.2 * s.values["resolve.war"], 1e-12);
    EXPECT_NEAR(s.says("resolve", talk), 0.2 * s.values["resolve.talk"], 1e-12);
}

TEST(Resolve, SpeaksOfWarAndTalksOnly) {
    expect_speaks_only_of("resolve", {attack, offensive, talk});
}

}  // namespace
}  // namespace forestall
