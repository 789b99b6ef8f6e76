// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Movement, OneUnitGoesToTheNextPlace) {
    SmallWar w;
    const auto before = w.scene.units(army, ford);
    w.order({.action = Action::move, .actor = army, .place = ford, .to = mill});
    w.act("movement");
    ASSERT_EQ(w.scene.units(army, ford).size(), before.size() - 1);
    ASSERT_EQ(w.scene.units(army, mill).size(), 1u);
    EXPECT_NE(std::find(before.begin(), before.end(), w.scene.units(army, mill)[0]), before.end());
    EXPECT_EQ(w.scene.force(army), 300);
}

TEST(Movement, NobodyGoesWhereNobodyIs) {
    SmallWar w;
    w.scene.units(army, ford).clear();
    w.scene.recount();
    w.order({.action = Action::move, .actor = army, .place = ford, .to = mill});
    w.act("movement");
    EXPECT_EQ(w.scene.force(army), 0);
}

}  // namespace
}  // namespace forestall
