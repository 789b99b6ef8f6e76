// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Pressure, SpeaksAgainstViolenceAndForTalks) {
    SmallScene s;
    EXPECT_EQ(s.says("pressure", mass), 0);
    s.scene.pressure[army] = 0.5;
    EXPECT_NEAR(s.says("pressure", campaign), -0.5 * s.values["pressure.civilians"], 1e-12);
    EXPECT_NEAR(s.says("pressure", selective), s.says("pressure", campaign) / 2, 1e-12);
    EXPECT_LT(s.says("pressure", attack), 0);
    EXPECT_GT(s.says("pressure", talk), 0);
    EXPECT_EQ(
        s.says("pressure", {.action = mass, .actor = front, .place = ford, .group = lowlanders}), 0)
        << "nobody presses the Front";
}

TEST(Pressure, SpeaksOnlyOfThese) {
    expect_speaks_only_of("pressure", {mass, campaign, selective, attack, offensive, talk});
}

}  // namespace
}  // namespace forestall
