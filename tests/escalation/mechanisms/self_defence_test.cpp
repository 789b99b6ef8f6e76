// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

WorldTables waiting_militia() {
    WorldTables t = small_country();
    t.actors[index(militia)].latent = Latent::hurt;
    t.parameters["self_defence.share"] = Distribution::constant(0.1);
    return t;
}

TEST(SelfDefence, ArmsWherePeopleGrieveAndRisesOnce) {
    SmallWar w(waiting_militia());
    EXPECT_EQ(w.scene.force(militia), 0);
    w.act("self_defence");
    EXPECT_EQ(w.scene.force(militia), 0) << "nobody was hurt";
    w.scene.grief(mill, lowlanders) = 500;
    w.scene.wronged(front, lowlanders) = {1, -1};
    for (int week = 0; week < 60; ++week) w.act("self_defence");
    EXPECT_GT(w.scene.fighters(militia, mill), 60) << "of 100 at most";
    EXPECT_EQ(w.scene.fighters(militia, ford), 0);
    ASSERT_EQ(w.events.size(), 1u);
    EXPECT_EQ(w.events[0].kind, EventKind::founding);
    EXPECT_EQ(w.events[0].opponent, front);
}

TEST(SelfDefence, IsNotTakenUpForAFew) {
    SmallWar w(waiting_militia());
    w.scene.grief(mill, lowlanders) = w.values["self_defence.least"];
    for (int week = 0; week < 60; ++week) w.act("self_defence");
    EXPECT_EQ(w.scene.force(militia), 0);
}

TEST(SelfDefence, IsLessNeededWhereSomebodyProtects) {
    const auto men = [](double protection) {
        SmallWar w(waiting_militia());
        w.scene.grief(mill, lowlanders) = 500;
        w.scene.protection[mill] = protection;
        for (int week = 0; week < 40; ++week) w.act("self_defence");
        return w.scene.force(militia);
    };
    EXPECT_GT(men(0), 2 * men(0.7));
    EXPECT_EQ(men(1), 0);
}

TEST(SelfDefence, MenGoHomeAsGriefFadesButForThoseWhoWereThereBefore) {
    SmallWar w(small_country({{"self_defence.share", 0.1}}));
    const Persons before = w.scene.force(militia);
    w.scene.grief(mill, lowlanders) = 500;
    for (int week = 0; week < 40; ++week) w.act("self_defence");
    const Persons most = w.scene.force(militia);
    EXPECT_GT(most, before);
    w.scene.grief(mill, lowlanders) = 0;
    for (int week = 0; week < 300; ++week) w.act("self_defence");
    EXPECT_LT(w.scene.force(militia), most);
    EXPECT_GE(w.scene.force(militia), before - 1);
}

}  // namespace
}  // namespace forestall
