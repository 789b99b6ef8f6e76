// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

WorldTables with_heir() {
    WorldTables t = small_country({{"ranks.victors", 1}, {"ranks.share", 0.5}});
    Actor heir{"Splinter", ActorKind::rebel_group, {highlanders}};
    heir.latent = Latent::split;
    heir.parent = front;
    t.actors.push_back(heir);
    return t;
}

constexpr ActorId splinter{3};

TEST(Ranks, MenPartFromVictorsAsTheActorThatTheScenarioHas) {
    SmallWar w(with_heir());
    w.act("ranks");
    EXPECT_EQ(w.scene.force(splinter), 0) << "the Front has won nothing";
    w.scene.career[front].took = 0;
    const Persons all = w.scene.force(front);
    w.act("ranks");
    EXPECT_GT(w.scene.force(splinter), 0);
    EXPECT_EQ(w.scene.force(front) + w.scene.force(splinter), all);
    EXPECT_TRUE(w.scene.career[splinter].there);
    ASSERT_EQ(w.events.size(), 2u);
    EXPECT_EQ(w.events[0].kind, EventKind::split);
    EXPECT_EQ(w.events[1].kind, EventKind::founding);
}

TEST(Ranks, WithoutSuchAnActorMenGoHome) {
    SmallWar w(small_country({{"ranks.victors", 1}}));
    w.scene.career[front].took = 0;
    const Persons all = w.scene.force(front);
    w.act("ranks");
    EXPECT_LT(w.scene.force(front), all);
    EXPECT_EQ(w.events.size(), 1u);
}

TEST(Ranks, ALittleLossIsBorne) {
    const auto left = [](double losing) {
        SmallWar w(small_country({{"ranks.losers", 1}, {"ranks.disband", 0}}));
        w.scene.losing[front].value = losing;
        w.act("ranks");
        return w.events.size();
    };
    EXPECT_EQ(left(0.19), 0u);
    EXPECT_EQ(left(1), 1u);
}

TEST(Ranks, WhoIsBeatenDisbandsAndLeavesTheWar) {
    SmallWar w(small_country({{"ranks.disband", 1}}));
    w.scene.units(front, mill) = {20};
    w.scene.recount();
    w.scene.career[front].most = 200;
    w.scene.offensive(front, army).add(6, -1);
    w.act("ranks");
    EXPECT_GT(w.scene.force(front), 0) << "it is not losing";
    w.scene.losing[front].value = 1;
    w.act("ranks");
    EXPECT_EQ(w.scene.force(front), 0);
    EXPECT_FALSE(w.scene.career[front].there);
    EXPECT_EQ(w.scene.offensive(front, army).value, 0);
    EXPECT_EQ(w.events.back().kind, EventKind::defeat);
}

TEST(Ranks, WhoGovernsDoesNotDisband) {
    SmallWar w(small_country({{"ranks.disband", 1}, {"ranks.losers", 0}}));
    w.scene.units(army, ford) = {10};
    w.scene.recount();
    w.scene.losing[army].value = 1;
    w.act("ranks");
    EXPECT_EQ(w.scene.force(army), 10);
}

}  // namespace
}  // namespace forestall
