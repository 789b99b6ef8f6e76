// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(ProtectionOfAPlace, GrowsWithTroopsPerPersonAndStaysAShare) {
    WorldTables t = small_country();
    t.actors[index(militia)].protects = true;
    SmallWar w(t);
    double before = -1;
    for (const Persons troops : {0, 5, 50, 5000}) {
        auto& units = w.scene.units(militia, ford);
        units.clear();
        if (troops > 0) units = {troops};
        w.scene.recount();
        w.act("protection");
        EXPECT_GT(w.scene.protection[ford], before);
        before = w.scene.protection[ford];
        EXPECT_LE(before, 1);
    }
}

TEST(ProtectionOfAPlace, ComesOnlyFromThoseWhoseMandateItIs) {
    SmallWar w;
    w.act("protection");
    EXPECT_EQ(w.scene.protection[ford], 0) << "300 soldiers of the Army do not protect";
}

}  // namespace
}  // namespace forestall
