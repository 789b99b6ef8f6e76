// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Animus, SpeaksForViolenceTheMoreTheMoreHatedAndIncited) {
    SmallScene s;
    s.scene.animus(army, highlanders) = 0;
    EXPECT_EQ(s.says("animus", mass), 0) << "incitement works on hatred only";
    s.scene.animus(army, highlanders) = 0.6;
    const double cold = s.says("animus", mass);
    EXPECT_NEAR(cold, 0.6 * s.values["animus.mass"], 1e-12);
    s.scene.incitement[army] = 1;
    EXPECT_NEAR(s.says("animus", campaign) - cold, 0.6 * s.values["animus.incited"], 1e-12);
}

TEST(Animus, SaysNothingOfOwnPeople) {
    SmallScene s;
    s.stir();
    EXPECT_EQ(s.says("animus", {.action = mass, .actor = army, .place = ford, .group = lowlanders}),
              0);
    expect_speaks_only_of("animus", {mass, campaign, selective});
}

}  // namespace
}  // namespace forestall
