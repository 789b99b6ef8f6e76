// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/death_figures.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace forestall::analysis {
namespace {

World two_regions(const char* start = "2030-01-20", Day days = 28) {
    WorldTables t;
    t.settings.start_date = start;
    t.settings.days = days;
    t.settings.step_days = 7;
    t.groups = {{"All"}};
    t.actors = {{"Army"}, {"Front"}, {"Herders"}};
    t.actors[0].kind = ActorKind::government;
    t.actors[1].kind = t.actors[2].kind = ActorKind::rebel_group;
    t.places = {{"Weir", "South", "Aru"}, {"Ford", "North", "Aru"}, {"Mill", "North", "Aru"}};
    Place camp{"Camp", "East", "Besh", 2, 2, PlaceKind::camp};
    camp.foreign = true;
    t.places.push_back(camp);
    return World::build(t);
}

Event event_of(const World& world, EventKind kind, Day day, const char* place, Persons deaths) {
    Event e;
    e.kind = kind;
    e.step = day / 7;
    e.day = day;
    e.place = world.place(place);
    e.deaths = deaths;
    return e;
}

double dead_in(const DeathFigures& f) {
    return std::accumulate(f.deaths.begin(), f.deaths.end(), 0.0);
}

TEST(DeathLayout, HasTheMonthsOfThePeriodAndThePlacesAtHome) {
    const World world = two_regions();
    const DeathLayout places(world, Grain::location);
    EXPECT_EQ(month_text(places.first_month()), "2030-01");
    EXPECT_EQ(places.months(), 2U);
    EXPECT_EQ(places.spots(), (std::vector<std::string>{"Ford", "Mill", "Weir", ""}));
    EXPECT_EQ(DeathLayout(world, Grain::region).spots(),
              (std::vector<std::string>{"North", "South", ""}));
    EXPECT_EQ(DeathLayout(world, Grain::scenario).spots(), std::vector<std::string>{""});
}

TEST(DeathFigures, OfRowsAndOfAMemberThatDidTheSameAreTheSame) {
    const World world = two_regions();
    const Month jan = *parse_month("2030-01");
    const std::vector<DeathsRow> rows{
        {jan, ViolenceKind::battle, {.location = "Ford"}, 4, 5, 9, {}, ""},
        {jan + 1, ViolenceKind::one_sided, {.location = "Weir"}, 0, 3, 3, {}, ""},
        {jan + 1, ViolenceKind::communal, {}, 7, 7, 7, {}, ""}};
    RunDetail detail;
    detail.events = {event_of(world, EventKind::battle, 11, "Ford", 5),  // 31 January
                     event_of(world, EventKind::one_sided, 12, "Weir", 3),
                     event_of(world, EventKind::communal, 27, "Camp", 70),  // abroad: in no record
                     event_of(world, EventKind::communal, 27, "Camp", 7),
                     event_of(world, EventKind::repression, 3, "Ford", 11)};
    detail.events[3].place = none<PlaceId>();
    for (const Grain grain : {Grain::scenario, Grain::region, Grain::location}) {
        const DeathLayout layout(world, grain);
        EXPECT_EQ(observed_deaths(layout, rows).deaths, member_deaths(layout, detail).deaths);
        EXPECT_EQ(dead_in(member_deaths(layout, detail)), 15);
    }
    const DeathLayout layout(world, Grain::region);
    EXPECT_EQ(member_deaths(layout, detail).deaths[layout.at(ViolenceKind::battle, 0, 0)], 5);
    EXPECT_EQ(member_deaths(layout, detail).deaths[layout.at(ViolenceKind::communal, 1, 2)], 7);
}

TEST(DeathFigures, AreKnownOnlyWhereSomebodyLooked) {
    const World world = two_regions("2030-01-01", 59);
    const DeathLayout layout(world, Grain::location);
    const Month jan = *parse_month("2030-01");
    const std::vector<DeathsRow> rows{
        {jan, ViolenceKind::communal, {}, 0, 0, 0, {}, ""},
        {jan + 1, ViolenceKind::battle, {.region = "North"}, 2, 2, 2, {}, ""},
        {jan + 7, ViolenceKind::battle, {}, 2, 2, 2, {}, ""}};
    const DeathFigures f = observed_deaths(layout, rows);
    EXPECT_EQ(f.watched, (std::vector<bool>{false, true, false, false, true, false}));
    EXPECT_EQ(f.deaths[layout.at(ViolenceKind::battle, 1, 3)], 2);  // to no place
    EXPECT_EQ(dead_in(f), 2);
}

TEST(DeathFigures, OfAMonthOfWhichThePeriodHasAPartAreNotWatched) {
    const World world = two_regions("2030-01-20", 41);  // to 1 March
    const DeathLayout layout(world, Grain::scenario);
    const Month jan = *parse_month("2030-01");
    std::vector<DeathsRow> rows;
    for (const Month m : {jan, jan + 1, jan + 2})
        rows.push_back({m, ViolenceKind::battle, {}, 1, 1, 1, {}, ""});
    const DeathFigures seen = observed_deaths(layout, rows);
    EXPECT_EQ(seen.watched,
              (std::vector<bool>{false, true, false, false, false, false, false, false, false}));
    EXPECT_EQ(dead_in(seen), 3);
    EXPECT_EQ(member_deaths(layout, {}).watched,
              (std::vector<bool>{false, true, false, false, true, false, false, true, false}));
}

TEST(DeathFigures, KeepTheEndsAndTheCoverageOfTheirRows) {
    const World world = two_regions();
    const DeathLayout layout(world, Grain::scenario);
    const Month jan = *parse_month("2030-01");
    const std::vector<DeathsRow> rows{
        {jan, ViolenceKind::battle, {.location = "Ford"}, 4, 5, 9, 0.75, ""},
        {jan, ViolenceKind::battle, {.location = "Weir"}, 1, 2, 3, 0.5, ""},
        {jan + 1, ViolenceKind::battle, {.location = "Ford"}, 1, 1, 1, 0.5, ""},
        {jan + 1, ViolenceKind::battle, {.location = "Weir"}, 1, 1, 1, {}, ""}};
    const DeathFigures f = observed_deaths(layout, rows);
    EXPECT_EQ(f.low[0], 5);
    EXPECT_EQ(f.deaths[0], 7);
    EXPECT_EQ(f.high[0], 12);
    EXPECT_EQ(f.coverage[0], 0.5);
    EXPECT_FALSE(f.coverage[1]);
    EXPECT_FALSE(f.coverage[2]);
    EXPECT_EQ(member_deaths(layout, {}).coverage[0], 1);
}

TEST(DeathFigures, OfAnEventWithoutADateLieOnTheFirstDayOfItsStep) {
    const World world = two_regions();
    const DeathLayout layout(world, Grain::scenario);
    RunDetail detail;
    detail.events = {event_of(world, EventKind::battle, -1, "Ford", 1)};
    detail.events[0].step = 1;  // 27 January to 2 February
    EXPECT_EQ(member_deaths(layout, detail).deaths[layout.at(ViolenceKind::battle, 0, 0)], 1);
}

TEST(DeathFigures, CountWhatObserversReportIfAskedFor) {
    const World world = two_regions();
    const DeathLayout layout(world, Grain::scenario);
    RunDetail detail;
    detail.events = {event_of(world, EventKind::one_sided, 1, "Ford", 12)};
    detail.events[0].civilian_deaths = 10;
    detail.events[0].reported = 4;
    detail.events[0].number = 0;
    EXPECT_EQ(dead_in(member_deaths(layout, detail)), 10);  // the attackers' two are not counted
    EXPECT_EQ(dead_in(member_deaths(layout, detail, Counting::reported)), 4);
}

}  // namespace
}  // namespace forestall::analysis
