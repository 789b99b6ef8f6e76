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

TEST(Truce, SparesTheOtherSidesPeople) {
    SmallScene s;
    for (const auto& [state, held] : {std::pair{DyadState::talks, 0.0},
                                      {DyadState::ceasefire, s.values["truce.spares"]},
                                      {DyadState::agreement, s.values["truce.spares_more"]}}) {
        s.scene.dyad(army, front) = {state, 0, 0, 0, 7};
        for (const Action a : {selective, mass, campaign})
            EXPECT_EQ(s.says("truce", a), -held) << "Highlanders are the Front's";
        EXPECT_EQ(
            s.says("truce", {.action = mass, .actor = army, .place = ford, .group = lowlanders}), 0)
            << "the Militia's people are in no truce";
    }
    expect_speaks_only_of("truce", {attack, offensive, selective, mass, campaign});
}

}  // namespace
}  // namespace forestall
