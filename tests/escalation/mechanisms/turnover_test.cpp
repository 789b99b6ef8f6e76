// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

TEST(Turnover, ComesAtItsRate) {
    // 500 members × 3 actors × a week at a rate of 0.1 a day: a chance of 0.503 each.
    int changed = 0, noted = 0;
    for (std::uint64_t member = 0; member < 500; ++member) {
        SmallWar w(small_country({{"turnover.rate", 0.1}, {"turnover.first", 1}}), member);
        const Table<ActorId, Career> before = w.scene.career;
        w.act("turnover");
        for (const ActorId a : {army, front, militia})
            changed += w.scene.career[a].temper != before[a].temper;
        noted += static_cast<int>(w.events.size());
    }
    EXPECT_NEAR(changed, 1500 * 0.503, 5 * 20) << "five standard deviations";
    EXPECT_EQ(noted, changed);
}

TEST(Turnover, LeadersAtTheStartDifferLess) {
    SmallWar w(small_country({{"turnover.rate", 0}, {"turnover.first", 0.5}}));
    w.scene.career[militia].there = false;
    const Table<ActorId, Career> before = w.scene.career;
    w.act("turnover");
    EXPECT_EQ(w.scene.career[army].temper, before[army].temper / 2);
    EXPECT_EQ(w.scene.career[militia].temper, before[militia].temper) << "it is still to come";
    w.act("turnover");
    EXPECT_EQ(w.scene.career[army].temper, before[army].temper / 2) << "once";
}

TEST(Turnover, FollowsTheKillingOfALeaderAndACoup) {
    const auto after = [](const char* what, ActorId whom, double coup = 1) {
        SmallWar w(small_country({{"turnover.rate", 0}, {"turnover.coup", coup}}));
        Event trigger;
        trigger.kind = EventKind::trigger;
        trigger.manner = what;
        trigger.actor = whom;
        trigger.number = w.next_event++;
        w.events.push_back(trigger);
        w.act("turnover");
        return w.events.size() == 2 ? w.events[1].actor : none<ActorId>();
    };
    EXPECT_EQ(after("leader_killed", front), front);
    EXPECT_EQ(after("coup", none<ActorId>()), army) << "who governs";
    EXPECT_EQ(after("coup", none<ActorId>(), 0), none<ActorId>()) << "a mere attempt";
    EXPECT_EQ(after("incident", none<ActorId>()), none<ActorId>());
}

}  // namespace
}  // namespace forestall
