// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/fact_members.hpp"

#include <gtest/gtest.h>

#include "world/world.hpp"

namespace forestall::analysis {
namespace {

World two_towns() {
    WorldTables t;
    t.settings.days = 20;
    t.settings.step_days = 7;
    t.groups = {{"All"}};
    t.actors = {{"Army"}, {"Front"}};
    Place camp{"Camp", "R", "Aru", 2, 2, PlaceKind::camp};
    Place ford{"Ford", "R", "Aru", 1.5, 2.5};
    Place mill{"Mill", "R", "Besh", 3, 3};
    mill.foreign = true;
    t.places = {camp, ford, mill};
    return World::build(t);
}

Event event(EventKind kind, std::int32_t step, Day day, Persons deaths) {
    Event e;
    e.kind = kind;
    e.step = step;
    e.day = day;
    e.deaths = deaths;
    e.place = PlaceId(1);
    e.actor = ActorId(0);
    e.opponent = ActorId(1);
    return e;
}

TEST(HistoryOf, KeepsDeadlyViolenceWithItsDatesPlacesAndZones) {
    const World world = two_towns();
    RunDetail detail;
    detail.events = {event(EventKind::battle, 2, 15, 4), event(EventKind::talks, 0, 1, 0),
                     event(EventKind::one_sided, 2, -1, 9), event(EventKind::communal, 0, 3, 0)};
    detail.events[2].manner = "selective";
    detail.events[2].zone = 4;
    detail.events[2].civilian_deaths = 9;
    detail.events[2].reported = 5;
    detail.zones = {0, 1, 4, 4, 5, 2, 3};
    const History h = history_of(world, detail, Counting::happened);
    ASSERT_EQ(h.events.size(), 2U);
    EXPECT_EQ(h.days, 20);
    EXPECT_EQ(h.bin_days, 1);
    EXPECT_EQ(h.at_risk, (std::vector<std::pair<double, double>>{{1.5, 2.5}}));
    EXPECT_EQ(h.exposure, (ByZone{0, 1, 1, 1, 2, 1}));
    EXPECT_EQ(h.events[0].first, 15);
    EXPECT_EQ(h.events[0].latitude, 1.5);
    EXPECT_EQ(h.events[1].first, 14);
    EXPECT_EQ(h.events[1].last, 19);  // the last step is short
    EXPECT_TRUE(h.events[1].selective);
    EXPECT_EQ(h.events[1].zone, 4);
    EXPECT_EQ(h.events[1].deaths, 9);
    EXPECT_EQ(history_of(world, detail, Counting::reported).events[1].deaths, 5);
}

TEST(HistoryOf, KnowsDaysToTheStepWhereNoEventHasOne) {
    RunDetail detail;
    detail.events = {event(EventKind::battle, 1, -1, 4), event(EventKind::battle, 1, -1, 4)};
    std::swap(detail.events[1].actor, detail.events[1].opponent);
    const History h = history_of(two_towns(), detail, Counting::happened);
    EXPECT_EQ(h.bin_days, 7);
    EXPECT_EQ(h.events[0].dyad, h.events[1].dyad);
}

}  // namespace
}  // namespace forestall::analysis
