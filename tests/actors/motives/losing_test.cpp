// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Losing, TurnsOnCiviliansAndToTalks) {
    SmallScene s;
    EXPECT_EQ(s.says("losing", mass), 0);
    s.scene.losing[army] = {0.5, 7};
    EXPECT_NEAR(s.says("losing", mass), s.values["losing.mass"] * 0.5 * 0.7, 1e-12);
    EXPECT_GT(s.says("losing", talk), 0);
    EXPECT_EQ(
        s.says("losing", {.action = selective, .actor = army, .place = ford, .group = lowlanders}),
        0)
        << "own people are nobody's enemy";
    expect_rests_on_event(s, "losing", mass);
}

TEST(Losing, SpeaksOfCiviliansAndTalksOnly) {
    expect_speaks_only_of("losing", {mass, campaign, selective, talk});
}

}  // namespace
}  // namespace forestall
