// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Support, SparesThoseWhoseSupportOneHas) {
    SmallScene s;
    double& esteem = s.scene.legitimacy(army, highlanders);
    esteem = 0.5;
    EXPECT_EQ(s.says("support", mass), 0);
    esteem = 0.9;
    EXPECT_NEAR(s.says("support", mass), -0.4 * s.values["support.weight"], 1e-12);
    esteem = 0.1;
    EXPECT_NEAR(s.says("support", selective), 0.4 * s.values["support.weight"], 1e-12);
}

TEST(Support, SpeaksOfCiviliansOnly) {
    expect_speaks_only_of("support", {mass, campaign, selective});
}

}  // namespace
}  // namespace forestall
