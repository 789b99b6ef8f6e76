// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "actors/small_scene.hpp"

namespace forestall {
namespace {

using enum Action;
using namespace test;

TEST(Truce, BindsMoreTheFurtherTalksHaveCome) {
    SmallScene s;
    double before = 1;
    for (const auto state :
         {DyadState::fighting, DyadState::talks, DyadState::ceasefire, DyadState::agreement}) {
        s.scene.dyad(army, front) = {state, 0, 0, 0, 7};
        EXPECT_LT(s.says("truce", attack), before);
        before = s.says("truce", attack);
        EXPECT_EQ(s.says("truce", {.action = offensive, .actor = front, .other = army}), before)
            << "it binds both";
        if (state == DyadState::fighting) {
            EXPECT_EQ(before, 0);
        }
    }
    expect_rests_on_event(s, "truce", attack);
}

TEST(Truce, SpeaksOfWarOnly) { expect_speaks_only_of("truce", {attack, offensive}); }

}  // namespace
}  // namespace forestall
