// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Commitment, FearsARivalThatGrowsAndNoOther) {
    SmallScene s;
    s.scene.threat[army] = 0.5;
    s.scene.threat_mean[army] = 0.3;
    EXPECT_NEAR(s.says("commitment", attack), s.values["commitment.war"] * 0.2 * 0.7, 1e-12);
    EXPECT_LT(s.says("commitment", talk), 0);
    EXPECT_EQ(s.says("commitment", walk_out), -s.says("commitment", talk));
    EXPECT_EQ(
        s.says("commitment", {.action = attack, .actor = army, .place = ford, .other = militia}), 0)
        << "a friend";
    s.scene.threat_mean[army] = 0.6;
    EXPECT_EQ(s.says("commitment", attack), 0) << "the rival is in decline";
}

TEST(Commitment, IsSolvedByAFullGuarantee) {
    SmallScene s;
    s.stir();
    s.scene.levers[lever<"guarantee">] = 1;
    for (const Action a : {attack, offensive, talk, walk_out})
        EXPECT_EQ(s.says("commitment", a), 0);
    expect_speaks_only_of("commitment", {attack, offensive, talk, walk_out});
}

}  // namespace
}  // namespace forestall
