// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Unrest, IsArrestedInProportionUpToAFifth) {
    SmallScene s;
    EXPECT_EQ(s.says("unrest", repress), 0);
    Persons& moved = s.scene.mobilised(ford, highlanders);
    moved = 100;
    EXPECT_NEAR(s.says("unrest", repress), 0.1 * s.values["unrest.repress"], 1e-12);
    moved = 900;
    EXPECT_NEAR(s.says("unrest", repress), 0.2 * s.values["unrest.repress"], 1e-12);
    EXPECT_EQ(
        s.says("unrest", {.action = repress, .actor = army, .place = mill, .group = highlanders}),
        0)
        << "Mill is quiet";
    s.scene.present(ford, highlanders) = 0;
    EXPECT_EQ(s.says("unrest", repress), 0) << "nobody is left";
}

TEST(Unrest, IsRecruitedByThoseWhoSpeakForIt) {
    SmallScene s;
    s.scene.mobilised(mill, highlanders) = 200;
    EXPECT_NEAR(s.says("unrest", {.action = recruit, .actor = front}),
                0.1 * s.values["unrest.recruit"], 1e-12);
    EXPECT_EQ(s.says("unrest", recruit), 0) << "the Army does not";
    expect_speaks_only_of("unrest", {repress, recruit});
}

}  // namespace
}  // namespace forestall
