// SPDX-License-Identifier: Apache-2.0
#include "escalation/founding.hpp"

#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

WorldTables coalition() {
    WorldTables t = small_country();
    Actor alliance{"Union", ActorKind::rebel_group, {highlanders}};
    alliance.latent = Latent::called;
    t.actors.push_back(alliance);
    t.actors[index(front)].joins = ActorId{3};
    return t;
}

constexpr ActorId alliance{3};

TEST(Founding, BringsMembersWithAllTheyHave) {
    SmallWar w(coalition());
    const Persons men = w.scene.force(front);
    const double income = w.scene.income[front], held = w.scene.control(mill, front);
    Turn t = w.turn();
    EXPECT_EQ(found(t, alliance, {"called"}), 0);
    EXPECT_EQ(w.scene.force(alliance), men);
    EXPECT_EQ(w.scene.force(front), 0);
    EXPECT_EQ(w.scene.income[alliance], income);
    EXPECT_EQ(w.scene.control(mill, alliance), held);
    ASSERT_EQ(w.events.size(), 2u);
    EXPECT_EQ(w.events[1].kind, EventKind::merger);
    EXPECT_EQ(found(t, alliance, {"called"}), -1) << "once";
}

TEST(Founding, ThatIsCutOutDoesNotHappen) {
    SmallWar w(coalition());
    w.cut = Cut{.motive = {}, .step = -1, .actor = {}, .place = {}, .event = 0};
    Turn t = w.turn();
    EXPECT_EQ(found(t, alliance, {"called"}), -1);
    EXPECT_EQ(w.scene.force(alliance), 0);
    EXPECT_FALSE(w.scene.career[alliance].there);
}

}  // namespace
}  // namespace forestall
