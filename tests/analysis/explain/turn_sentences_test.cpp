// SPDX-License-Identifier: Apache-2.0
// Which turning points a chapter tells, and when they were.
#include <algorithm>

#include "analysis/explain/told.hpp"

namespace forestall::history {
namespace {

using namespace test::made;

TEST(TurnSentences, TroopsThatComeInAreToldWhateverElseHappened) {
    MadeRun run = MadeRun::war();
    run.add(95, EventKind::takeover, "by force", army, front).place = ford;
    run.add(96, EventKind::takeover, "by force", front, army).place = ford;
    run.add(97, EventKind::takeover, "by force", army, front).place = ford;
    run.add(98, EventKind::takeover, "by force", front, army).place = ford;
    run.add(99, EventKind::trigger, "deployment", guard);
    run.add(101, EventKind::trigger, "deployment", guard);
    expect_in(told(run), "Guard factions came in, and others followed on 9 December.");
}

TEST(TurnSentences, DeathsThatComeFasterAfterNoneSaySo) {
    MadeRun run;
    for (std::size_t week = 65; week < 130; ++week) run.kill(week, front, hill, ford, 3);
    expect_in(told(run), "the violence grew: 13 deaths a month, after none.");
}

TEST(TurnSentences, TheChapterAfterAnEndHasNoDeedOfWhoEnded) {
    MadeRun run = MadeRun::war();
    run.outcome[Scalar::mass_killing_onset_step] = -1;
    run.add(100, EventKind::defeat, "disbands", front);
    run.kill(100, front, hill, mill, 400);
    const History h = run.history();
    const auto after = std::find_if(h.chapters.begin(), h.chapters.end(),
                                    [](const Chapter& c) { return c.first == 101; });
    ASSERT_NE(after, h.chapters.end());
    for (const Killing& k : after->killings) EXPECT_NE(k.actor, front);
    ASSERT_FALSE(after->turns.empty());
    EXPECT_EQ(after->turns.front().step, 100u) << "told where it begins to count";
    expect_in(told(run),
              "# After the end of the Ridge Front. Early in December 2031 the Ridge "
              "Front was beaten and disbanded.");
}

TEST(TurnSentences, AnEndWithinAChapterIsNotItsBeginning) {
    MadeRun run = MadeRun::war();
    run.add(63, EventKind::defeat, "disbands", guard);
    expect_not_in(told(run), "# After the end of Guard factions");
}

}  // namespace
}  // namespace forestall::history
