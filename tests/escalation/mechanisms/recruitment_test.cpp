// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Recruitment, WhoEnlistsLeavesTheCivilians) {
    SmallWar w(small_country({{"recruitment.rate", 0.1}, {"recruitment.absorb", 1}}));
    w.mobilise(mill, highlanders, 400);
    const Persons civilians = w.population.at_home(w.cell(mill, highlanders));
    w.act("recruitment");
    const Persons came = w.scene.force(front) - 200;
    EXPECT_GT(came, 50);
    EXPECT_EQ(w.population.at_home(w.cell(mill, highlanders)), civilians - came);
    EXPECT_EQ(w.mobilised(mill, highlanders), 400 - came);
    EXPECT_EQ(w.population.totals().enlisted, came);
    EXPECT_EQ(w.scene.force(army), 300) << "the Army does not speak for them";
}

TEST(Recruitment, IsLimitedByWhatAForceCanTakeIn) {
    SmallWar w(small_country({{"recruitment.rate", 1}, {"recruitment.absorb", 0.001}}));
    w.mobilise(mill, highlanders, 900);
    w.act("recruitment");
    // At most 0.001 * 7 * 250 = 1.75 expected: 20 have a chance below 1e-14.
    EXPECT_LT(w.scene.force(front), 220);
}

TEST(Recruitment, NeedsPayAndIsHelpedByADrive) {
    SmallWar unpaid(small_country({{"actor.Front.supply", 0}}));
    unpaid.mobilise(mill, highlanders, 900);
    unpaid.act("recruitment");
    EXPECT_EQ(unpaid.scene.force(front), 200);
    Persons with = 0, without = 0;
    for (std::uint64_t member = 0; member < 20; ++member)
        for (const bool drive : {false, true}) {
            SmallWar w(small_country({{"recruitment.absorb", 1}}), member);
            w.mobilise(mill, highlanders, 900);
            if (drive) w.order({.action = Action::recruit, .actor = front});
            w.act("recruitment");
            (drive ? with : without) += w.scene.force(front) - 200;
        }
    EXPECT_GT(with, 2 * without) << "a factor of 4, with some 250 who enlist without";
}

}  // namespace
}  // namespace forestall
