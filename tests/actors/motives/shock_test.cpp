// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Shock, OpensAWindowForViolence) {
    SmallScene s;
    EXPECT_EQ(s.says("shock", attack), 0);
    s.scene.shock[army] = {0.5, 7};
    EXPECT_NEAR(s.says("shock", offensive), 0.5 * s.values["shock.attack"], 1e-12);
    EXPECT_NEAR(s.says("shock", mass), 0.5 * 0.7 * s.values["shock.mass"], 1e-12);
    EXPECT_EQ(s.says("shock", {.action = mass, .actor = army, .place = ford, .group = lowlanders}),
              0)
        << "own people are nobody's enemy";
    expect_rests_on_event(s, "shock", mass);
}

TEST(Shock, SpeaksOfViolenceOnly) {
    expect_speaks_only_of("shock", {attack, offensive, mass, campaign});
}

}  // namespace
}  // namespace forestall
