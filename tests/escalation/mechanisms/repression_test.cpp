// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Repression, ArrestsPeopleInTheStreetsAndCostsEsteem) {
    SmallWar w(small_country({{"repression.per_fighter", 1}}));
    w.mobilise(ford, highlanders, 200);
    const double esteem = w.scene.legitimacy(army, highlanders);
    w.order({.action = Action::repress, .actor = army, .place = ford, .group = highlanders});
    w.act("repression");
    EXPECT_EQ(w.population.with(Posture::held, w.cell(ford, highlanders)), 200)
        << "300 fighters take one each";
    EXPECT_EQ(w.mobilised(ford, highlanders), 0);
    EXPECT_LT(w.scene.legitimacy(army, highlanders), esteem);
    EXPECT_EQ(w.dead(), 0);
    ASSERT_EQ(w.events.size(), 1u);
    EXPECT_EQ(w.events[0].kind, EventKind::repression);
}

TEST(Repression, ThoseHeldAreLetGo) {
    SmallWar w(small_country({{"repression.term", 1}}));
    Stream draw(1, 1, 1);
    w.population.change(w.cell(ford, highlanders), Posture::quiet, Posture::held, 200, draw);
    w.act("repression", 30);
    EXPECT_EQ(w.population.with(Posture::held, w.cell(ford, highlanders)), 0);
    EXPECT_EQ(w.population.with(Posture::quiet, w.cell(ford, highlanders)), 1000);
}

}  // namespace
}  // namespace forestall
