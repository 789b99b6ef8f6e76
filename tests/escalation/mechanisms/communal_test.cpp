// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

int clashes(std::initializer_list<std::pair<const char*, double>> values, Persons moved,
            Persons guards) {
    int n = 0;
    for (std::uint64_t member = 0; member < 200; ++member) {
        SmallWar w(small_country(values), member);
        for (auto& units : w.scene.units) units.clear();
        if (guards > 0) w.scene.units(army, ford) = {guards};
        w.scene.recount();
        w.mobilise(ford, highlanders, moved);
        w.act("communal");
        for (const Event& e : w.events) {
            ++n;
            EXPECT_EQ(e.kind, EventKind::communal);
            EXPECT_EQ(e.actor, none<ActorId>()) << "nobody's troops";
            EXPECT_GE(e.civilian_deaths, 1);
        }
    }
    return n;
}

TEST(Communal, NeedsHostilityAndPeopleInTheStreets) {
    EXPECT_EQ(clashes({{"communal.rate", 1}, {"hostility.Highlanders.Lowlanders", 0}}, 500, 0), 0);
    EXPECT_EQ(clashes({{"communal.rate", 1}, {"hostility.Highlanders.Lowlanders", 1}}, 0, 0), 0);
    EXPECT_GT(clashes({{"communal.rate", 1}, {"hostility.Highlanders.Lowlanders", 1}}, 500, 0),
              150);
}

TEST(Communal, IsKeptDownByOrder) {
    EXPECT_LT(clashes({{"communal.rate", 1}, {"hostility.Highlanders.Lowlanders", 1}}, 500, 1000),
              5);
}

}  // namespace
}  // namespace forestall
