// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Inertia, SpeaksAgainstEveryActAndNeverOfHolding) {
    SmallScene s;
    EXPECT_EQ(s.says("inertia", hold), 0);
    for (int i = 1; i <= static_cast<int>(walk_out); ++i)
        EXPECT_LT(s.says("inertia", static_cast<Action>(i)), 0);
}

TEST(Inertia, GivesEachActItsOwnParameter) {
    SmallScene s;
    for (int i = 1; i <= static_cast<int>(walk_out); ++i) {
        const auto action = static_cast<Action>(i);
        EXPECT_EQ(s.says("inertia", action),
                  s.values["inertia." + std::string(action_name(action))]);
    }
}

}  // namespace
}  // namespace forestall
