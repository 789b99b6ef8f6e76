// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

WorldTables with(TriggerKind kind, Day day, ActorId actor = none<ActorId>()) {
    WorldTables t = small_country({{"trigger.It.strength", 1}, {"trigger.It.fighters", 100}});
    Trigger x;
    x.name = "It";
    x.kind = kind;
    x.day = day;
    x.actor = actor;
    if (kind == TriggerKind::offensive) x.target = front;
    x.group = highlanders;
    t.triggers = {x};
    return t;
}

TEST(Triggers, ComeOnTheirDayAndOnce) {
    SmallWar w(with(TriggerKind::coup, 16));
    for (int week = 0; week < 10; ++week) {
        w.act("triggers");
        EXPECT_EQ(w.events.size(), week < 2 ? 0u : 1u);
    }
    EXPECT_EQ(w.events[0].day, 16);
    EXPECT_EQ(w.scene.shock[army].value, 1);
    EXPECT_LT(w.scene.legitimacy(army, highlanders), w.scene.who[army].legitimacy[highlanders]);
}

TEST(Triggers, ComeAtTheirRate) {
    // At rate 4 a year, halved without threat: 2 a year over 200 members and 52 weeks make 400 give
    // or take 20 (the chance of a week is 1 - exp(-rate)): five standard deviations (6e-7), which a
    // rate without the half misses.
    WorldTables t = with(TriggerKind::incident, -1);
    t.parameters["trigger.It.rate"] = Distribution::constant(4);
    int n = 0;
    for (std::uint64_t member = 0; member < 200; ++member) {
        SmallWar w(t, member);
        for (int week = 0; week < 52; ++week) w.act("triggers");
        n += static_cast<int>(w.events.size());
    }
    const double expected = 200 * 52 * (1 - std::exp(-2 * 7 / 365.25));
    EXPECT_NEAR(n, expected, 5 * std::sqrt(expected));
    EXPECT_GT(std::abs(n - 2 * expected), 5 * std::sqrt(2 * expected)) << "the twin";
}

TEST(Triggers, DoWhatTheirKindSays) {
    SmallWar offensive(with(TriggerKind::offensive, 0, army));
    offensive.act("triggers");
    EXPECT_EQ(offensive.scene.force(army), 400);
    EXPECT_EQ(offensive.scene.offensive(army, front).value, offensive.values["triggers.weeks"]);
    SmallWar arrival(with(TriggerKind::deployment, 0, militia));
    arrival.act("triggers");
    EXPECT_EQ(arrival.scene.force(militia), 160);
    SmallWar leaving(with(TriggerKind::peacekeeper_exit, 0, militia));
    leaving.act("triggers");
    EXPECT_EQ(leaving.scene.force(militia), 0);
    SmallWar killed(with(TriggerKind::leader_killed, 0, front));
    killed.act("triggers");
    EXPECT_EQ(killed.scene.shock[front].value, 1);
    EXPECT_EQ(killed.scene.shock[army].value, 0);
    SmallWar spoiler(with(TriggerKind::spoiler, 0, front));
    spoiler.scene.dyad(army, front).state = DyadState::ceasefire;
    spoiler.act("triggers");
    EXPECT_EQ(spoiler.scene.dyad(army, front).state, DyadState::fighting);
    SmallWar incident(with(TriggerKind::incident, 0));
    incident.act("triggers");
    EXPECT_EQ(incident.scene.shock[front].value, 1) << "it speaks for those who were hit";
    EXPECT_EQ(incident.scene.shock[army].value, 0);
}

}  // namespace
}  // namespace forestall
