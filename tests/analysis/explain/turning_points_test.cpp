// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/turning_points.hpp"

#include <gtest/gtest.h>

#include "analysis/explain/made_run.hpp"

namespace forestall::history {
namespace {

using namespace test::made;

std::vector<Turn> turns_of(const MadeRun& run) { return turning_points(run.record(), {}); }

std::vector<Turn> of_events(std::vector<Turn> turns) {
    std::erase_if(turns, [](const Turn& t) { return t.kind != TurnKind::event; });
    return turns;
}

TEST(TurningPoints, WhatCameOfAnEventInTheSameStepIsToldWithIt) {
    const auto turns = of_events(turns_of(MadeRun::war()));
    EXPECT_EQ(turns.front().events, (std::vector<std::size_t>{0, 1}));
    MadeRun later = MadeRun::war();
    later.detail.events[1].step = 31;
    EXPECT_EQ(of_events(turns_of(later)).front().events, (std::vector<std::size_t>{0}));
}

TEST(TurningPoints, TrucesOfThoseWhoFightMostWeighMore) {
    MadeRun run;
    for (std::size_t week = 0; week < 50; ++week) run.fight(week, front, army, ford, 10);
    run.add(60, EventKind::ceasefire, "", army, front);
    run.add(61, EventKind::ceasefire, "", guard, front);
    const auto turns = of_events(turns_of(run));
    ASSERT_EQ(turns.size(), 2u);
    EXPECT_GT(turns[0].weight, begins_chapter);
    EXPECT_LT(turns[1].weight, begins_chapter);
}

TEST(TurningPoints, ABattleEndsATruceOnceAndOnlyThen) {
    MadeRun run;
    for (std::size_t week = 0; week < 10; ++week) run.fight(week, front, army, ford, 10);
    run.add(20, EventKind::ceasefire, "", army, front);
    run.fight(30, front, guard, ford, 1);
    run.fight(40, front, army, ford, 1);
    run.fight(41, front, army, ford, 1);
    std::vector<std::size_t> steps;
    for (const Turn& t : of_events(turns_of(run))) steps.push_back(t.step);
    EXPECT_EQ(steps, (std::vector<std::size_t>{20, 40}));
}

TEST(TurningPoints, TheFirstCampaignOfAnActorWeighsMoreThanItsNext) {
    MadeRun run;
    run.add(10, EventKind::campaign, "", front).target = hill;
    run.add(50, EventKind::campaign, "", front).target = hill;
    const auto turns = of_events(turns_of(run));
    EXPECT_GT(turns[0].weight, turns[1].weight);
}

TEST(TurningPoints, DeathsTenTimesAsFastAreOneAndABadWeekIsNot) {
    MadeRun run;
    for (std::size_t week = 0; week < 130; ++week) run.kill(week, front, hill, ford, 1);
    run.kill(40, front, hill, ford, 40);
    EXPECT_TRUE(turns_of(run).empty());
    for (std::size_t week = 65; week < 130; ++week) run.kill(week, front, hill, ford, 30);
    const auto turns = turns_of(run);
    ASSERT_EQ(turns.size(), 1u);
    EXPECT_EQ(turns[0].kind, TurnKind::pace);
    EXPECT_EQ(turns[0].step, 65u);
    EXPECT_EQ(run.history().chapters.size(), 2u);
}

TEST(TurningPoints, QuietEndsAtTheDeathsAtWhichUcdpSeesAConflict) {
    MadeRun run(52);
    run.fight(20, front, army, ford, 24);
    EXPECT_TRUE(is_quiet(run.record(), {}, 0, 52));
    run.fight(21, front, army, ford, 1);
    EXPECT_FALSE(is_quiet(run.record(), {}, 0, 52));
    EXPECT_TRUE(is_quiet(run.record(), {}, 30, 52));
}

TEST(ChapterStarts, TurningPointsCloseTogetherAreInOneChapter) {
    MadeRun run = MadeRun::war();
    run.add(62, EventKind::takeover, "under pressure", army, front).place = ford;
    const History h = run.history();
    std::size_t near = 0;
    for (const Chapter& c : h.chapters) near += c.first >= 55 && c.first <= 70 ? 1 : 0;
    EXPECT_EQ(near, 1u);
}

TEST(ChapterStarts, LongRunsHaveAtMostADozenAndAFewQuietOnes) {
    MadeRun run(520);
    for (std::size_t week = 5; week < 520; week += 10) {
        run.add(week, EventKind::takeover, "by force", week % 20 == 5 ? front : army,
                week % 20 == 5 ? army : front);
        run.fight(week + 1, front, army, ford, 100);
    }
    EXPECT_LE(run.history().chapters.size(), 12u);
    EXPECT_GE(run.history().chapters.size(), 10u);
}

}  // namespace
}  // namespace forestall::history
