// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

/// The Army governs from Ford; the Front has so many men there.
void besiege(SmallWar& w, Persons army_men, Persons front_men) {
    w.scene.units(army, ford) = {army_men};
    w.scene.units(front, ford) = {front_men};
    w.scene.units(militia, ford) = {};
    w.scene.recount();
}

TEST(Power, GoesToWhoHasTheOddsInTheCapitalForLongEnough) {
    SmallWar w;
    EXPECT_EQ(w.scene.ruler, army);
    besiege(w, 10, 100);
    w.act("power");
    EXPECT_EQ(w.scene.ruler, army) << "a week is too short";
    const double income = w.scene.income[army];
    w.act("power");
    EXPECT_EQ(w.scene.ruler, front);
    EXPECT_TRUE(w.scene.state(front));
    EXPECT_FALSE(w.scene.state(army));
    EXPECT_NEAR(w.scene.income[army], 0.2 * income, 1e-9);
    ASSERT_EQ(w.events.size(), 1u);
    EXPECT_EQ(w.events[0].kind, EventKind::takeover);
    EXPECT_EQ(w.scene.career[front].took, 0);
    EXPECT_EQ(w.scene.career[army].fell, 0);
}

TEST(Power, IsHeldByThoseWhoBackWhoGoverns) {
    WorldTables t = small_country();
    t.parameters["relation.Militia.Army"] = Distribution::constant(0.5);
    SmallWar w(t);
    besiege(w, 10, 100);
    w.scene.units(militia, ford) = {40};
    w.scene.recount();
    for (int week = 0; week < 5; ++week) w.act("power");
    EXPECT_EQ(w.scene.ruler, army) << "100 are not five times 50";
}

/// 60 against 50 in the capital, which the Front controls to this share.
bool taken_with(double share) {
    SmallWar w;
    besiege(w, 50, 60);
    for (const ActorId a : ids<ActorId>(w.scene.actors)) w.scene.control(ford, a) = 0;
    w.scene.control(ford, front) = share;
    for (int week = 0; week < 3; ++week) w.act("power");
    return w.scene.ruler == front;
}

TEST(Power, NeedsNoOddsWhereMostOfTheCapitalIsHeld) {
    EXPECT_TRUE(taken_with(0.75));
    EXPECT_FALSE(taken_with(0.65));
}

TEST(Power, IsNothingThatProtectorsOrMilitiasTake) {
    WorldTables t = small_country();
    t.actors[index(front)].protects = true;
    SmallWar w(t);
    besiege(w, 1, 5000);
    for (int week = 0; week < 5; ++week) w.act("power");
    EXPECT_EQ(w.scene.ruler, army);
}

TEST(Power, TakenByForceIsGivenUpUnderPressureWhereProtectorsStand) {
    const auto gone = [](double pressure, double troops) {
        SmallWar w(small_country({{"power.resign", 1}}));
        besiege(w, 10, 100);
        for (int week = 0; week < 2; ++week) w.act("power");
        w.scene.pressure[front] = pressure;
        w.scene.levers[lever<"troops">][ford] = troops;
        w.act("power");
        return w.scene.ruler == army;
    };
    EXPECT_TRUE(gone(5, 1e6));
    EXPECT_FALSE(gone(0, 1e6)) << "nobody presses";
    EXPECT_FALSE(gone(5, 0)) << "nobody stands there";
}

}  // namespace
}  // namespace forestall
