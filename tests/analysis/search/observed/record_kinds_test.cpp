// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/record_kinds.hpp"

#include <gtest/gtest.h>

namespace forestall::analysis {
namespace {

World of_five_actors() {
    WorldTables t;
    t.settings.start_date = "2030-01-01";
    t.settings.days = 14;
    t.settings.step_days = 7;
    t.groups = {{"All"}};
    t.places = {{"Ford", "North", "Aru"}};
    t.actors = {{"Army"}, {"Front"}, {"Guard"}, {"Herders"}, {"Patron"}};
    t.actors[0].kind = ActorKind::government;
    t.actors[1].kind = ActorKind::rebel_group;
    t.actors[2].kind = ActorKind::security_force;
    t.actors[3].kind = ActorKind::militia;
    t.actors[4].kind = ActorKind::external_patron;
    return World::build(t);
}

Event fought(const World& world, const char* actor, const char* opponent,
             EventKind kind = EventKind::battle) {
    Event e;
    e.kind = kind;
    e.actor = world.actor(actor);
    e.opponent = world.actor(opponent);
    return e;
}

TEST(RecordKinds, OfABattleNeedAStateOnOneSide) {
    const World world = of_five_actors();
    RecordKinds kinds(world);
    EXPECT_EQ(kinds.of(fought(world, "Front", "Army")), ViolenceKind::battle);
    EXPECT_EQ(kinds.of(fought(world, "Guard", "Front")), ViolenceKind::battle);
    EXPECT_EQ(kinds.of(fought(world, "Front", "Patron")), ViolenceKind::battle);
    EXPECT_EQ(kinds.of(fought(world, "Front", "Herders")), ViolenceKind::communal);
    Event scheduled;
    scheduled.kind = EventKind::battle;  // says of neither who it is
    EXPECT_EQ(kinds.of(scheduled), ViolenceKind::battle);
}

TEST(RecordKinds, FollowWhoGoverns) {
    const World world = of_five_actors();
    RecordKinds kinds(world);
    EXPECT_FALSE(kinds.of(fought(world, "Front", "Army", EventKind::takeover)));
    EXPECT_EQ(kinds.of(fought(world, "Front", "Herders")), ViolenceKind::battle);
    EXPECT_EQ(kinds.of(fought(world, "Army", "Herders")), ViolenceKind::communal);
    EXPECT_EQ(kinds.of(fought(world, "Army", "Front")), ViolenceKind::battle);
}

TEST(RecordKinds, CountOfOneSidedViolenceTheCivilians) {
    Event e;
    e.kind = EventKind::one_sided;
    e.deaths = 12;
    EXPECT_EQ(deaths_of_record(e, Counting::reported), 12);  // scheduled: nobody says who died
    e.civilian_deaths = 10;
    e.reported = 4;
    EXPECT_EQ(deaths_of_record(e, Counting::happened), 10);
    EXPECT_EQ(deaths_of_record(e, Counting::reported), 4);
    e.kind = EventKind::battle;
    EXPECT_EQ(deaths_of_record(e, Counting::happened), 12);
    EXPECT_EQ(deaths_of_record(e, Counting::reported), 6);
}

}  // namespace
}  // namespace forestall::analysis
