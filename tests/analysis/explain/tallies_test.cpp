// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/tallies.hpp"

#include <gtest/gtest.h>

#include "analysis/explain/made_run.hpp"

namespace forestall::history {
namespace {

using namespace test::made;

TEST(Tallies, BattlesOfTwoAreOneFightWhoeverAttacked) {
    MadeRun run(20);
    run.fight(1, army, front, ford, 4);
    run.fight(2, front, army, mill, 5);
    run.fight(3, front, army, mill, 6);
    run.fight(4, front, guard, mill, 2);
    run.add(4, EventKind::offensive, "", army, front);
    const auto fights = fights_of(run.record(), 0, 20);
    ASSERT_EQ(fights.size(), 2u);
    EXPECT_EQ(fights[0].a, front) << "who attacked more often";
    EXPECT_EQ(fights[0].deaths, 15);
    EXPECT_EQ(fights[0].battles, 3u);
    EXPECT_EQ(fights[0].orders, 1u);
    EXPECT_EQ(fights[0].places.front().place, mill);
    EXPECT_EQ(fights[0].places.front().deaths, 11);
    EXPECT_EQ(fights_of(run.record(), 2, 3).front().deaths, 5) << "of the steps asked for";
}

TEST(Tallies, CiviliansCaughtInBattleAreCountedApart) {
    MadeRun run(20);
    run.fight(1, army, front, ford, 9).civilian_deaths = 4;
    run.kill(2, army, hill, ford, 3);
    EXPECT_EQ(toll_of(run.record(), 0, 20).caught, 4);
    EXPECT_EQ(toll_of(run.record(), 2, 20).caught, 0);
}

TEST(Tallies, KillingsAreByWhoAndWhomWithMannerPlaceAndWorstEvent) {
    MadeRun run(20);
    run.kill(1, front, river, ford, 4, "selective");
    run.kill(2, front, river, mill, 9, "campaign").causes = {{"orders", 3, -1, none<ActorId>()},
                                                             {"animus", 1, -1, none<ActorId>()},
                                                             {"inertia", -9, -1, none<ActorId>()}};
    run.kill(3, army, hill, mill, 2);
    const auto killings = killings_of(run.record(), 0, 20);
    ASSERT_EQ(killings.size(), 2u);
    const Killing& k = killings[0];
    EXPECT_EQ(k.actor, front);
    EXPECT_EQ(k.group, river);
    EXPECT_EQ(k.deaths, 13);
    EXPECT_EQ(k.manners.at("campaign"), 9);
    EXPECT_EQ(k.worst, 1u);
    EXPECT_EQ(k.places.front().place, mill);
    EXPECT_EQ(k.drivers, (std::vector<std::string>{"orders", "animus"}));
}

TEST(Tallies, SharesOfTheCountryAreCountedByPeople) {
    MadeRun run(4);
    run.hold(ford, army, 0.5, 300);
    run.hold(mill, front, 1, 100);
    const auto held = holdings_at(run.record(), 0);
    ASSERT_EQ(held.size(), 2u);
    EXPECT_EQ(held[0].actor, army);
    EXPECT_DOUBLE_EQ(held[0].people, 0.375);
    EXPECT_DOUBLE_EQ(held[1].people, 0.25);
    EXPECT_TRUE(holdings_at(MadeRun(4).record(), 0).empty()) << "no control in the file";
}

TEST(Tallies, APlaceIsGainedWhenMostOfItComesUnderAnActor) {
    MadeRun run(10);
    run.hold(ford, army, 1, 300);
    run.hold(mill, army, 1, 500);
    run.hold(quay, guard, 1, 100);
    for (const PlaceId p : {ford, mill, quay}) {
        run.hold(p, army, 0, p == mill ? 500 : 300, 5);
        run.hold(p, guard, 0, p == mill ? 500 : 300, 5);
        run.hold(p, front, 0.6, p == mill ? 500 : 300, 5);
    }
    const auto gains = gains_between(run.record(), 0, 9);
    ASSERT_EQ(gains.size(), 1u);
    EXPECT_EQ(gains[0].actor, front);
    EXPECT_EQ(gains[0].from, army) << "two of the three";
    EXPECT_EQ(gains[0].places.front(), mill) << "most people first";
    EXPECT_DOUBLE_EQ(gains[0].people, 1);
    EXPECT_TRUE(gains_between(run.record(), 5, 9).empty());
}

TEST(Tallies, ASiteWhereNobodyIsAtHomeIsNobodysConquest) {
    MadeRun run(10);
    run.hold(ford, army, 1, 300);
    run.hold(ford, army, 0, 300, 5);
    run.hold(ford, front, 1, 300, 5);
    run.hold(mill, front, 1, 0);
    for (std::size_t t = 5; t < 10; ++t)
        run.detail.control[(t * 3 + index(mill)) * 3 + index(army)] = 1;
    for (std::size_t t = 5; t < 10; ++t)
        run.detail.control[(t * 3 + index(mill)) * 3 + index(front)] = 0;
    run.detail.sheltered.assign(std::size_t{10} * 3 * 2, 0);
    for (std::size_t t = 5; t < 10; ++t) run.detail.sheltered[(t * 3 + index(mill)) * 2] = 4000;
    const auto gains = gains_between(run.record(), 0, 9);
    ASSERT_EQ(gains.size(), 1u);
    EXPECT_EQ(gains[0].places, std::vector<PlaceId>{ford});
}

TEST(Tallies, APlaceIsEmptiedOfAGroupWhenFewOfItAreLeftAtHome) {
    MadeRun run(10);
    run.hold(ford, army, 1, 3000);
    run.hold(mill, army, 1, 9000);
    run.hold(quay, army, 1, 400);
    EXPECT_TRUE(emptied_between(run.record(), 0, 9).empty());
    run.hold(ford, army, 1, 200, 5);
    run.hold(mill, army, 1, 1000, 5);
    run.hold(quay, army, 1, 0, 5);
    const auto emptied = emptied_between(run.record(), 0, 9);
    ASSERT_EQ(emptied.size(), 1u);
    EXPECT_EQ(emptied[0].group, hill);
    EXPECT_EQ(emptied[0].before, 12000);
    EXPECT_EQ(emptied[0].left, 1200);
    EXPECT_EQ(emptied[0].places, (std::vector<PlaceId>{mill, ford})) << "few had lived at the quay";
}

TEST(Tallies, MenAreCountedByActor) {
    MadeRun run(10);
    EXPECT_TRUE(men_at(run.record(), 3).empty()) << "none in the file";
    run.arm(front, 70, 2);
    EXPECT_EQ(men_at(run.record(), 1), (std::vector<Persons>{0, 0, 0}));
    EXPECT_EQ(men_at(run.record(), 3), (std::vector<Persons>{0, 70, 0}));
}

TEST(Tallies, AStageIsSeenLateByTheTimeForWhichEventsHadCalledForIt) {
    MadeRun run(40);
    run.set(Series::stage_true, 5, 40, 2);
    run.set(Series::stage_observed, 8, 20, 2);
    run.set(Series::stage_observed, 30, 40, 2);
    const auto seen = sightings_of(run.record(), 0, 40);
    ASSERT_EQ(seen.size(), 3u);
    EXPECT_EQ(*seen[0].late, 21);
    EXPECT_FALSE(seen[0].again);
    EXPECT_EQ(seen[1].to, Stage::none);
    EXPECT_FALSE(seen[1].late);
    EXPECT_TRUE(seen[2].again) << "it had been seen";
}

TEST(Tallies, AStageThatNothingCalledForIsNotLate) {
    MadeRun run(20);
    run.set(Series::stage_observed, 8, 20, 3);
    EXPECT_FALSE(sightings_of(run.record(), 0, 20).front().late);
}

TEST(Tallies, TheOnsetIsOfThoseWhoKilledMostInTheYearBefore) {
    MadeRun run(130);
    run.kill(1, front, hill, ford, 5000);
    run.kill(70, army, river, ford, 700);
    run.kill(100, army, river, ford, 700);
    run.outcome[Scalar::mass_killing_onset_step] = 100;
    const auto onset = onset_of(run.record());
    ASSERT_TRUE(onset);
    EXPECT_EQ(onset->actor, army);
    EXPECT_EQ(onset->group, river);
}

TEST(Tallies, AFileWithoutASeriesCountsAsNone) {
    MadeRun run(20);
    run.outcome[Series::refugees].clear();
    run.set(Series::displaced, 0, 20, 5);
    EXPECT_EQ(flight_at(run.record(), 3).all, 5);
    EXPECT_EQ(flight_at(run.record(), 3).abroad, 0);
}

}  // namespace
}  // namespace forestall::history
