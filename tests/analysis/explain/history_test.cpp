// SPDX-License-Identifier: Apache-2.0
// A history leaves no day and no death out, and its chapters begin where the course turns.
#include "analysis/explain/history.hpp"

#include <gtest/gtest.h>

#include "analysis/explain/made_run.hpp"

namespace forestall::history {
namespace {

using namespace test::made;

std::vector<std::size_t> starts(const History& h) {
    std::vector<std::size_t> out;
    for (const Chapter& c : h.chapters) out.push_back(c.first);
    return out;
}

bool begins_at(const History& h, std::size_t step) {
    const auto all = starts(h);
    return std::find(all.begin(), all.end(), step) != all.end();
}

TEST(History, AQuietRunIsOneChapter) {
    MadeRun run;
    run.fight(20, front, army, ford, 3);
    run.add(50, EventKind::turnover, "in the ranks", army);
    run.add(90, EventKind::trigger, "deployment", guard);
    const History h = run.history();
    ASSERT_EQ(h.chapters.size(), 1u);
    EXPECT_TRUE(h.chapters[0].quiet);
    EXPECT_EQ(h.chapters[0].end, 130u);
}

TEST(History, ChaptersFollowEachOtherFromTheFirstStepToTheLast) {
    const History h = MadeRun::war().history();
    ASSERT_GT(h.chapters.size(), 2u);
    std::size_t next = 0;
    Day day = 0;
    for (const Chapter& c : h.chapters) {
        EXPECT_EQ(c.first, next);
        EXPECT_EQ(c.from, day);
        EXPECT_GT(c.end, c.first);
        next = c.end;
        day = c.to;
    }
    EXPECT_EQ(next, 130u);
    EXPECT_EQ(day, 910);
}

TEST(History, TollsOfChaptersAddUpToThoseOfTheFile) {
    const MadeRun run = MadeRun::war();
    const History h = run.history();
    Toll sum;
    for (const Chapter& c : h.chapters) {
        sum.civilians += c.toll.civilians;
        sum.fighters += c.toll.fighters;
        sum.reported += c.toll.reported;
    }
    double civilians = 0, fighters = 0, reported = 0;
    for (std::size_t t = 0; t < 130; ++t) {
        civilians += run.outcome[Series::civilian_deaths][t];
        fighters += run.outcome[Series::battle_deaths][t];
        reported += run.outcome[Series::reported_civilian_deaths][t];
    }
    for (const Toll& toll : {sum, h.toll}) {
        EXPECT_EQ(real(toll.civilians), civilians);
        EXPECT_EQ(real(toll.fighters), fighters);
        EXPECT_EQ(real(toll.reported), reported);
    }
    EXPECT_GT(civilians, 1000);
}

TEST(History, DeathsOfChaptersByWhoAndWhomAddUpToTheirTolls) {
    for (const Chapter& c : MadeRun::war().history().chapters) {
        Persons killed = 0, fought = 0;
        for (const Killing& k : c.killings) killed += k.deaths;
        for (const Fight& f : c.fights) fought += f.deaths;
        EXPECT_EQ(killed, c.toll.civilians);
        EXPECT_EQ(fought, c.toll.fighters);
    }
}

TEST(History, ChaptersBeginAtAChangeOfPowerAndAtTheOnset) {
    const History h = MadeRun::war().history();
    EXPECT_TRUE(begins_at(h, 60));
    EXPECT_TRUE(begins_at(h, 94));
    ASSERT_TRUE(h.onset);
    EXPECT_EQ(h.onset->actor, front);
    EXPECT_EQ(h.onset->group, hill);
}

/// The twin: without the turning points the same deaths are not cut there.
TEST(History, WithoutThemNoChapterBeginsThere) {
    MadeRun run = MadeRun::war();
    std::erase_if(run.detail.events, [](const Event& e) { return e.kind == EventKind::takeover; });
    run.outcome[Scalar::mass_killing_onset_step] = -1;
    const History h = run.history();
    EXPECT_FALSE(begins_at(h, 60));
    EXPECT_FALSE(begins_at(h, 94));
    EXPECT_FALSE(h.onset);
}

TEST(History, TheFirstChapterOfTheWarBeginsWhereQuietEnds) {
    const History h = MadeRun::war().history();
    EXPECT_TRUE(begins_at(h, 30));
    EXPECT_TRUE(h.chapters[0].quiet);
    EXPECT_FALSE(h.chapters[1].quiet);
}

TEST(History, SaysWhoGovernsAtTheEndOfEachChapter) {
    const History h = MadeRun::war().history();
    EXPECT_EQ(h.ruler, army);
    EXPECT_EQ(h.chapters.front().ruler, army);
    EXPECT_EQ(h.chapters.back().ruler, front);
}

TEST(History, WhoGovernedFirstIsToldByTheFirstFallIfNothingElseSaysIt) {
    MadeRun run = MadeRun::war();
    run.ruler = none<ActorId>();
    EXPECT_EQ(run.history().ruler, army);
}

TEST(History, TheHeightOfFlightIsTheFirstStepWithMostPeopleAway) {
    const History h = MadeRun::war().history();
    EXPECT_EQ(h.most_flight.all, 61234);
    EXPECT_EQ(h.most_flight.abroad, 9000);
    EXPECT_EQ(h.most_flight_step, 80u);
}

TEST(History, TheLastStepMayBeShorter) {
    const MadeRun run(10);
    Record record = run.record();
    EXPECT_EQ(history_of(record, 0).days, 70);
    record.days = 66;
    EXPECT_EQ(history_of(record, 0).days, 66);
    EXPECT_EQ(history_of(record, 0).chapters.back().to, 66);
}

TEST(History, OfScheduledViolenceAllDeadOutsideOfBattlesAreCivilians) {
    Event e;
    e.kind = EventKind::one_sided;
    e.deaths = 7;
    EXPECT_EQ(civilians_of(e), 7);
    e.kind = EventKind::battle;
    EXPECT_EQ(civilians_of(e), 0);
    e.kind = EventKind::one_sided;
    e.number = 4;
    e.civilian_deaths = 5;
    EXPECT_EQ(civilians_of(e), 5);
}

}  // namespace
}  // namespace forestall::history
