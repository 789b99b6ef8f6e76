// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(UnitsOfTheStep, MergeAndBreakUpWhereTheyStand) {
    SmallWar w(small_country({{"units.rounds", 5}}));
    const auto before = w.scene.units;
    w.act("units");
    EXPECT_NE(w.scene.units, before);
    EXPECT_EQ(w.scene.force(army), 300);
    EXPECT_EQ(w.scene.fighters(army, mill), 0) << "nobody goes anywhere";
}

TEST(UnitsOfTheStep, SizesOfViolenceMoveWithSizesOfUnits) {
    // The largest of 40 acts by 300 fighters that live in cells, and that merge for weeks: the tail
    // is the units'.
    Persons largest[2] = {};
    for (const int merging : {0, 1})
        for (std::uint64_t member = 0; member < 40; ++member) {
            SmallWar w(small_country({{"units.break_up", merging != 0 ? 0.001 : 1.0},
                                      {"units.rounds", 2},
                                      {"one_sided.join", 0},
                                      {"one_sided.mass", 0.43},
                                      {"one_sided.hiding", 500},
                                      {"one_sided.expel", 0}}),
                       member);
            for (int week = 0; week < 30; ++week) w.act("units");
            w.order({.action = Action::mass, .actor = army, .place = ford, .group = highlanders});
            w.act("one_sided");
            largest[merging] = std::max(largest[merging], w.dead());
        }
    EXPECT_LT(largest[0], 20) << "a cell of five";
    EXPECT_GT(largest[1], 60);
}

}  // namespace
}  // namespace forestall
