// SPDX-License-Identifier: Apache-2.0
#include "escalation/strike.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "escalation/small_war.hpp"

namespace forestall {
namespace {

using namespace test;

Strike massacre(Persons civilians, GroupId group = highlanders) {
    Strike strike{.kind = EventKind::one_sided, .manner = "indiscriminate"};
    strike.place = ford;
    strike.actor = army;
    strike.group = group;
    strike.civilians = civilians;
    strike.address = 5;
    return strike;
}

TEST(Strike, KillsThoseOfTheGroupWhoAreThereAndNobodyTwice) {
    SmallWar w;
    Turn t = w.turn();
    EXPECT_EQ(carry_out(t, massacre(600)), 0);
    EXPECT_EQ(carry_out(t, massacre(600)), 1);
    EXPECT_EQ(w.dead(), 1000);
    EXPECT_EQ(w.population.present(ford, highlanders), 0);
    EXPECT_EQ(w.population.present(ford, lowlanders), 1000);
    EXPECT_EQ(w.events[1].civilian_deaths, 400);
    w.population.check_conservation();
}

TEST(Strike, WithoutAGroupHitsWhoeverIsThere) {
    SmallWar w;
    Turn t = w.turn();
    carry_out(t, massacre(1000, none<GroupId>()));
    EXPECT_EQ(w.dead(), 1000);
    // Hypergeometric with deviation sqrt(1000 / 4 / 2) = 11: five of them.
    EXPECT_NEAR(static_cast<double>(w.killed_here(ford, highlanders)), 500, 56);
}

TEST(Strike, IsReportedAsFarAsThereIsAccess) {
    WorldTables t = small_country({{"monitoring.reporting", 0.5}});
    t.places[index(ford)].access = 0.4;
    SmallWar w(t);
    Turn turn = w.turn();
    carry_out(turn, massacre(1000));
    // Binomial(1000, 0.2), deviation 12.6: five of them; twice the chance, the twin, is 15 away.
    EXPECT_NEAR(static_cast<double>(w.sums.reported), 200, 64);
    SmallWar seen(t);
    seen.scene.levers[lever<"observers">][ford] = 1;
    Turn watched = seen.turn();
    carry_out(watched, massacre(1000));
    EXPECT_EQ(seen.sums.reported, 1000);
}

TEST(Strike, LeavesInjuryHereAndNearByAndWrongInTheCountry) {
    SmallWar w;
    Turn t = w.turn();
    carry_out(t, massacre(50));
    const double here = 50 / w.values["strike.injury"];
    EXPECT_NEAR(w.scene.injury(ford, highlanders).value, here, 1e-12);
    EXPECT_NEAR(w.scene.injury(mill, highlanders).value,
                here * std::exp(-40 / w.values["strike.injury_reach"]), 1e-12);
    EXPECT_NEAR(w.scene.wronged(army, highlanders).value, 50 / w.values["strike.wrong"], 1e-12);
    EXPECT_EQ(w.scene.injury(ford, lowlanders).value, 0);
}

TEST(Strike, FrightensThePlace) {
    SmallWar w;
    Turn t = w.turn();
    Strike strike = massacre(10);
    strike.fighters = 30;
    carry_out(t, strike);
    std::vector<double> danger(2), alarm(2), unease(2), hunted(4);
    w.fear.raise(w.events[0].day, 60, 10, {danger, alarm, unease, hunted});
    EXPECT_NEAR(danger[index(ford)], 1 - std::exp(-25 / w.values["strike.fear"]), 1e-12)
        << "fighters count half";
    EXPECT_EQ(danger[index(mill)], 0);
    EXPECT_GE(w.events[0].day, 0);
    EXPECT_LT(w.events[0].day, 7);
}

TEST(Strike, ThatIsCutOutDoesNotHappenButKeepsItsNumber) {
    SmallWar w;
    w.cut = Cut{.motive = {}, .step = -1, .actor = {}, .place = {}, .event = 0};
    Turn t = w.turn();
    EXPECT_EQ(carry_out(t, massacre(600)), -1);
    EXPECT_EQ(w.dead(), 0);
    EXPECT_EQ(carry_out(t, massacre(600)), 1);
    EXPECT_EQ(w.events.size(), 1u);
}

TEST(Strike, CarriesItsCauses) {
    SmallWar w;
    Turn t = w.turn();
    const Decision decision{
        {.action = Action::mass, .actor = army, .place = ford, .group = highlanders},
        0.25,
        {{"revenge", 1.5, {3, front}}}};
    Strike strike = massacre(1);
    strike.decision = &decision;
    carry_out(t, strike);
    ASSERT_EQ(w.events[0].causes.size(), 1u);
    EXPECT_EQ(w.events[0].probability, 0.25);
    EXPECT_EQ(w.events[0].causes[0].what, "revenge");
    EXPECT_EQ(w.events[0].causes[0].event, 3);
    EXPECT_EQ(w.events[0].causes[0].actor, front);
    EXPECT_EQ(w.events[0].zone, 2) << "the Army's, mostly";
}

}  // namespace
}  // namespace forestall
