// SPDX-License-Identifier: Apache-2.0
#include "population/travel.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "population/bundle.hpp"
#include "population/scene.hpp"

namespace forestall {
namespace {

using test::place;
using test::route;
using test::Scene;

WorldTables hubs(std::size_t n, const std::vector<Route>& routes) {
    WorldTables t = test::line(n);
    t.routes = routes;
    return t;
}

Route forwarding(std::size_t a, std::size_t b, Forwarding f, double km = 10) {
    Route r = route(a, b, km);
    r.forwarding = f;
    return r;
}

TEST(Forwarding, LeadsFromAHubToItsNext) {
    const World world = World::build(hubs(
        4, {forwarding(0, 1, Forwarding::to_b), forwarding(2, 1, Forwarding::to_a), route(2, 3)}));
    EXPECT_EQ(forwarding_table(world), (std::vector<std::uint32_t>{1, 2, 2, 3}));
}

TEST(Forwarding, InACircleIsNone) {
    const World world = World::build(hubs(
        5, {forwarding(0, 1, Forwarding::to_b), forwarding(1, 2, Forwarding::to_b),
            forwarding(2, 0, Forwarding::to_b), forwarding(3, 0, Forwarding::to_b), route(3, 4)}));
    EXPECT_EQ(forwarding_table(world), (std::vector<std::uint32_t>{0, 1, 2, 0, 4}))
        << "who leads into the circle still leads there";
}

TEST(Forwarding, BothWaysIsACircle) {
    const World world = World::build(hubs(2, {forwarding(0, 1, Forwarding::both)}));
    EXPECT_EQ(forwarding_table(world), (std::vector<std::uint32_t>{0, 1}));
}

/// Days until a party from the first place arrives at the last.
int days_on_the_way(Scene& scene, double km_per_day, std::uint32_t from, std::uint32_t to) {
    const auto forward = forwarding_table(scene.world);
    Party<Heads> party;
    party.home = scene.world.cell(PlaceId{from}, GroupId{0});
    party.destination = to;
    party.place = from;
    party.people = Heads(1);
    for (int days = 1; days < 1000; ++days)
        if (advance(party, km_per_day, scene.world, scene.seen(), forward) == Arrival::arrived)
            return days;
    return -1;
}

TEST(Advance, ArrivesAfterTheLengthOfTheLineOverTheSpeedRoundedUp) {
    for (const double km : {1.0, 33.0, 100.0, 250.0})
        for (const std::size_t links : {1u, 2u, 5u, 9u}) {
            Scene scene(test::line(links + 1, km));
            for (const double speed : {10.0, 100.0, 150.0, 360.0})
                EXPECT_EQ(days_on_the_way(scene, speed, 0, static_cast<std::uint32_t>(links)),
                          static_cast<int>(std::ceil(km * static_cast<double>(links) / speed)))
                    << links << " links of " << km << " km at " << speed << " km a day";
        }
}

TEST(Advance, AHubPassesArrivalsOnToItsNextPlace) {
    WorldTables t = hubs(3, {route(0, 1, 10), forwarding(1, 2, Forwarding::to_b)});
    Scene scene(std::move(t));
    const auto forward = forwarding_table(scene.world);
    Party<Heads> party;
    party.destination = 1;
    party.people = Heads(1);
    EXPECT_EQ(advance(party, 100, scene.world, scene.seen(), forward), Arrival::arrived);
    EXPECT_EQ(party.place, 2u);
    EXPECT_EQ(party.destination, 2u);
}

TEST(Advance, AHubKeepsArrivalsWhileItsNextPlaceIsClosed) {
    WorldTables t = hubs(3, {route(0, 1, 10), forwarding(1, 2, Forwarding::to_b)});
    t.closures = {test::close_place(2, 0)};
    Scene scene(std::move(t));
    const auto forward = forwarding_table(scene.world);
    Party<Heads> party;
    party.destination = 1;
    EXPECT_EQ(advance(party, 100, scene.world, scene.seen(), forward), Arrival::arrived);
    EXPECT_EQ(party.place, 1u);
}

TEST(Advance, WhoComesHomeToAHubIsNotPassedOn) {
    WorldTables t = hubs(3, {route(0, 1, 10), forwarding(1, 2, Forwarding::to_b)});
    Scene scene(std::move(t));
    const auto forward = forwarding_table(scene.world);
    Party<Heads> party;
    party.home = scene.world.cell(PlaceId{1}, GroupId{0});
    party.destination = 1;
    EXPECT_EQ(advance(party, 100, scene.world, scene.seen(), forward), Arrival::arrived);
    EXPECT_EQ(party.place, 1u);
}

TEST(Advance, WhereTheWayIsClosedOneIsStranded) {
    WorldTables t = test::line(3);
    t.closures = {test::close_route(1, 0)};
    Scene scene(std::move(t));
    const auto forward = forwarding_table(scene.world);
    Party<Heads> party;
    party.destination = 2;
    EXPECT_EQ(advance(party, 1000, scene.world, scene.seen(), forward), Arrival::stranded);
}

/// Home (0) 300 km from the camps Near (1) and Zelt (2), which lie 300 km apart.
WorldTables two_camps() {
    WorldTables t = test::empty_country();
    t.places = {place("Home"), place("Near", "Aru", PlaceKind::camp),
                place("Zelt", "Aru", PlaceKind::camp)};
    t.routes = {route(0, 1, 300), route(1, 2, 300)};
    t.populations = {test::people(0, 0, 1000)};
    return t;
}

PopulationParameters all_leave() {
    auto p = test::at_rest();
    p.leave_rate_per_day = 1000;  // everyone, on the first day of alarm
    return p;
}

class Road : public ::testing::TestWithParam<Representation> {
protected:
    static WorldTables in(WorldTables t) {
        t.settings.representation = GetParam();
        return t;
    }
};
INSTANTIATE_TEST_SUITE_P(Both, Road,
                         ::testing::Values(Representation::cohort, Representation::individual),
                         [](const auto& i) {
                             return i.param == Representation::cohort ? "Cohort" : "Individual";
                         });

TEST_P(Road, PeopleAreInTheCampAfterTheDaysTheWayTakes) {
    for (const std::size_t links : {1u, 4u}) {
        Scene scene(in(test::road_to_a_camp(links, 130)), all_leave());
        scene.alarm[0] = 1;
        scene.run(1);
        EXPECT_EQ(scene.people.departed(PlaceId{0}), 1000);
        EXPECT_EQ(scene.people.totals().in_transit, 1000);
        const int days = static_cast<int>(std::ceil(130.0 * static_cast<double>(links) / 100));
        scene.run(days - 1);
        EXPECT_EQ(scene.people.totals().in_transit, 1000);
        scene.run(1);
        EXPECT_EQ(scene.people.totals().in_transit, 0);
        EXPECT_EQ(scene.sheltered(links), 1000);
    }
}

TEST_P(Road, AClosedCampIsNotChosen) {
    WorldTables t = in(two_camps());
    t.closures = {test::close_place(2, 0)};
    Scene scene(t, all_leave());
    scene.alarm[0] = 1;
    scene.run(20);
    EXPECT_EQ(scene.sheltered(1), 1000);
    EXPECT_EQ(scene.sheltered(2), 0);
}

TEST_P(Road, WithNowhereToGoPeopleStay) {
    WorldTables t = in(test::road_to_a_camp(1, 100));
    t.closures = {test::close_place(1, 0, 9)};
    Scene scene(t, all_leave());
    scene.alarm[0] = 1;
    scene.run(10);
    EXPECT_EQ(scene.at_home(0), 1000);
    scene.run(1);
    EXPECT_EQ(scene.at_home(0), 0) << "the camp has opened";
}

TEST_P(Road, ACampThatClosesBeforeTheyAreThereMakesPeopleChooseAnother) {
    for (const Day closes :
         {1, 3, 4, 5, 6}) {  // half way to Near, at it, and on the last link to Zelt
        WorldTables t = in(two_camps());
        t.closures = {test::close_place(2, closes)};
        Scene scene(t, all_leave());
        scene.alarm[0] = 1;
        scene.run(40);
        EXPECT_EQ(scene.sheltered(2), 0) << "closed from day " << closes;
        EXPECT_EQ(scene.sheltered(1), 1000);
    }
}

TEST_P(Road, WhereNoOtherCampIsPeopleWaitBeforeTheClosedOne) {
    WorldTables t = in(test::road_to_a_camp(3, 100));
    t.closures = {test::close_place(3, 2, 29)};
    Scene scene(t, all_leave());
    scene.alarm[0] = 1;
    scene.run(30);
    EXPECT_EQ(scene.sheltered(3), 0);
    EXPECT_EQ(scene.people.totals().in_transit, 1000);
    scene.run(2);
    EXPECT_EQ(scene.sheltered(3), 1000) << "the gate has opened";
}

TEST_P(Road, ACampThatClosesOnTheLastLinkIsNotEntered) {
    WorldTables t = in(test::road_to_a_camp(1, 300));
    t.closures = {test::close_place(1, 2, 29)};
    Scene scene(t, all_leave());
    scene.alarm[0] = 1;
    scene.run(30);
    EXPECT_EQ(scene.sheltered(1), 0);
    EXPECT_EQ(scene.people.totals().in_transit, 1000);
    scene.run(1);
    EXPECT_EQ(scene.sheltered(1), 1000);
}

TEST_P(Road, DeathsInTransitFollowTheHazardDayByDay) {
    // Four days on the road through full danger, so four chances to die; 2^20 people: a hazard off
    // by 3 % is 12 sd away.
    auto p = all_leave();
    p.transit_death_rate_per_day = 0.05;
    WorldTables t = in(test::road_to_a_camp(4, 100));
    t.populations = {test::people(0, 0, 1 << 20)};
    Scene scene(t, p);
    scene.alarm[0] = 1;
    std::fill(scene.danger.begin(), scene.danger.end(), 1.0);
    scene.run(5);
    const double n = 1 << 20;
    const double q = 1 - std::exp(-0.05 * 4);
    const auto dead = static_cast<double>(scene.people.totals().indirect_deaths);
    const double z = 4.9;  // alpha 1e-6, two-sided
    const double sd = std::sqrt(n * q * (1 - q));
    EXPECT_NEAR(dead, n * q, z * sd);
    EXPECT_GT(std::abs(dead - n * (1 - std::exp(-0.0515 * 4))), z * sd)
        << "the twin with 3 % more hazard is told apart";
    EXPECT_EQ(scene.sheltered(4), (1 << 20) - scene.people.totals().indirect_deaths);
}

TEST_P(Road, NobodyDiesOnASafeRoad) {
    auto p = all_leave();
    p.transit_death_rate_per_day = 0.05;
    Scene scene(in(test::road_to_a_camp(4, 100)), p);
    scene.alarm[0] = 1;
    scene.danger[0] = 1;  // behind them
    scene.run(10);
    EXPECT_EQ(scene.people.totals().indirect_deaths, 0);
}

TEST_P(Road, PartiesThatMeetOnTheSameWayDieIndependently) {
    // Those bound for the hub are passed on to the camp: they and the ones bound for it at once
    // share home, destination and day. Were their draws the same, the variance of deaths would be
    // that of one party drawn twice.
    auto p = all_leave();
    p.transit_death_rate_per_day = 0.05;
    double sum = 0;
    double squares = 0;
    constexpr int members = 4000;
    for (int m = 0; m < members; ++m) {
        WorldTables t = in(test::empty_country());
        t.places = {place("Home"), place("Hub", "Aru", PlaceKind::camp),
                    place("Zelt", "Aru", PlaceKind::camp)};
        t.routes = {route(0, 1, 1), forwarding(1, 2, Forwarding::to_b, 400)};
        t.populations = {test::people(0, 0, 400)};
        p.distance_reach_km = 1e9;  // half choose the hub, half the camp
        Scene scene(t, p, static_cast<std::uint64_t>(m));
        scene.alarm[0] = 1;
        scene.danger[2] = 1;
        scene.run(6);
        const auto dead = static_cast<double>(scene.people.totals().indirect_deaths);
        sum += dead;
        squares += dead * dead;
    }
    const double q = 1 - std::exp(-0.05 * 5);  // 401 km: five days
    const double binomial = 400 * q * (1 - q);
    const double variance = squares / members - sum * sum / members / members;
    // A variance of normal numbers has relative sd sqrt(2/n) = 0.0224; alpha 1e-6. Equal draws
    // would double it.
    EXPECT_NEAR(variance / binomial, 1, 4.9 * std::sqrt(2.0 / members));
}

}  // namespace
}  // namespace forestall
