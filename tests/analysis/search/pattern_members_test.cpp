// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/pattern_members.hpp"

#include <gtest/gtest.h>

namespace forestall::patterns {
namespace {

Event between(EventKind kind, std::int32_t step, std::uint32_t a, std::uint32_t b) {
    Event e;
    e.kind = kind;
    e.step = step;
    e.actor = ActorId(a);
    e.opponent = ActorId(b);
    return e;
}

World two_sides() {
    WorldTables t;
    t.settings.days = 728;
    t.groups = {{"Hill"}, {"River"}};
    t.actors = {{"Army"}, {"Front"}};
    t.actors[1].claims = {GroupId(0)};
    t.places = {{"Ford", "R", "Aru", 1.5, 2.5}};
    return World::build(t);
}

TEST(TrucesOf, ACeasefireThatBecomesAnAgreementIsOneAndABattleEndsIt) {
    const std::vector<Event> events{
        between(EventKind::ceasefire, 5, 1, 0), between(EventKind::agreement, 9, 0, 1),
        between(EventKind::battle, 20, 1, 0), between(EventKind::battle, 21, 1, 0),
        between(EventKind::ceasefire, 30, 0, 1)};
    const auto truces = truces_of(events, 104);
    ASSERT_EQ(truces.size(), 2U);
    EXPECT_EQ(truces[0].from, 5);
    EXPECT_EQ(truces[0].to, 20);
    EXPECT_TRUE(truces[0].relapsed);
    EXPECT_EQ(truces[1].to, 104);
    EXPECT_FALSE(truces[1].relapsed);
}

TEST(TrucesOf, BattlesOfOthersDoNotEndIt) {
    const auto truces = truces_of(
        {between(EventKind::ceasefire, 5, 0, 1), between(EventKind::battle, 6, 0, 2)}, 104);
    ASSERT_EQ(truces.size(), 1U);
    EXPECT_FALSE(truces[0].relapsed);
}

TEST(CourseOf, KeepsActsForcesHomesAndTheCapital) {
    const World world = two_sides();
    RunDetail detail;
    detail.steps = 104;
    detail.places = 1;
    detail.actors = 2;
    detail.groups = 2;
    for (std::size_t t = 0; t < detail.steps; ++t) {
        const bool late = t >= 53;
        detail.settled.insert(detail.settled.end(), {late ? 100 : 900, 500});
        detail.control.insert(detail.control.end(), {late ? 0.2 : 1.0, late ? 0.8 : 0.0});
        detail.fighters.insert(detail.fighters.end(), {300, late ? 40 : 20});
    }
    Event e = between(EventKind::one_sided, 7, 0, 1);
    e.opponent = none<ActorId>();
    e.target = GroupId(0);
    e.place = PlaceId(0);
    e.deaths = 12;
    e.civilian_deaths = 10;
    e.reported = 4;
    detail.events = {e, between(EventKind::talks, 8, 0, 1)};
    MemberOutcome outcome;
    outcome.scalars[static_cast<std::size_t>(Scalar::mass_killing_onset_step)] = 60;
    Keep keep;
    keep.capital = "Ford";
    keep.challenger = "Front";
    const Course c = course_of(world, outcome, detail, keep);
    EXPECT_EQ(c.onset, 60);
    ASSERT_EQ(c.acts.size(), 1U);
    EXPECT_EQ(c.acts[0].civilians, 10);
    EXPECT_EQ(c.acts[0].fighters, 2);
    EXPECT_EQ(c.acts[0].target, 0);
    EXPECT_TRUE(c.speaks_for(1, 0));
    EXPECT_FALSE(c.speaks_for(0, 0));
    EXPECT_FLOAT_EQ(c.capital[52], 0.0F);
    EXPECT_FLOAT_EQ(c.capital[53], 0.8F);
    EXPECT_DOUBLE_EQ(c.strength_of(0, 1), 20);
    EXPECT_DOUBLE_EQ(c.strength_of(0, 0), 300);
    EXPECT_DOUBLE_EQ(c.home_of(0, 0, 0), 900);
    EXPECT_DOUBLE_EQ(c.home_of(1, 0, 0), 100);
    EXPECT_DOUBLE_EQ(c.home_of(1, 0, 1), 500);
}

TEST(CourseOf, RefusesACapitalThatTheWorldHasNot) {
    Keep keep;
    keep.capital = "Nowhere";
    keep.challenger = "Front";
    RunDetail detail;
    detail.control = {1};
    EXPECT_THROW(course_of(two_sides(), {}, detail, keep), std::out_of_range);
}

}  // namespace
}  // namespace forestall::patterns
