// SPDX-License-Identifier: Apache-2.0
// What happened, as a clause: coups, talks and what came of them, actors that come to be and end.
#include "analysis/explain/told.hpp"

namespace forestall::history {
namespace {

using namespace test::made;

/// A year of fighting between the two, so that what they agree on weighs.
MadeRun fighting() {
    MadeRun run;
    for (std::size_t week = 0; week < 50; ++week) run.fight(week, front, army, ford, 12);
    return run;
}

void follows(Event& e, std::int32_t from) { e.causes = {{"follows", 1, from, none<ActorId>()}}; }

TEST(TurnClauses, ACoupThatBringsNewLeadersWasNoAttempt) {
    MadeRun run = fighting();
    const std::int32_t coup = run.add(60, EventKind::trigger, "coup").number;
    expect_in(told(run), "# An attempted coup. ");
    expect_in(told(run), "a coup was attempted");
    follows(run.add(60, EventKind::turnover, "coup", army), coup);
    expect_in(told(run), "# A coup. ");
    expect_in(told(run), "a coup brought new leaders to the Army of Aru.");
    expect_not_in(told(run), "attempted");
}

TEST(TurnClauses, TalksAreToldWithWhatCameOfThem) {
    MadeRun run = fighting();
    run.add(70, EventKind::talks, "", front, army);
    expect_in(told(run),
              "the Army of Aru accepted; nothing had come of them by the end. Nobody was killed.");
    run.add(70, EventKind::relapse, "talks", front, army);
    expect_in(told(run), "the Army of Aru accepted; they failed within days.");
    expect_not_in(told(run), "failed. ");
    run.detail.events.back().step = 73;
    run.detail.events.back().day = 7 * 73;
    expect_in(told(run), "; they failed three weeks later.");
    run.detail.events.back().kind = EventKind::walk_out;
    expect_in(told(run), "; the Ridge Front broke them off three weeks later.");
    run.detail.events.back().kind = EventKind::ceasefire;
    run.detail.events.back().step = 110;
    run.detail.events.back().day = 7 * 110;
    expect_in(told(run), "; they led to a ceasefire in February 2032.");
    run.detail.events.back().opponent = guard;
    expect_in(told(run), "; nothing had come of them by the end.");
}

TEST(TurnClauses, ACeasefireThatIsATurningPointOfTheChapterIsToldOnce) {
    MadeRun run = MadeRun::war();
    run.add(62, EventKind::talks, "", front, army);
    run.add(64, EventKind::ceasefire, "", front, army);
    expect_in(told(run), "the Army of Aru accepted. ");
    expect_in(told(run), "agreed on a ceasefire");
    expect_not_in(told(run), "led to");
}

TEST(TurnClauses, WhatEndsATruceIsToldByItself) {
    MadeRun run = fighting();
    run.add(60, EventKind::ceasefire, "", front, army);
    run.add(80, EventKind::walk_out, "", front, army);
    expect_in(told(run), "he Ridge Front broke off the ceasefire with the Army of Aru");
}

TEST(TurnClauses, ARisingRestsOnAllTheDeadOfTheHalfYearBefore) {
    MadeRun run;
    run.kill(5, front, river, mill, 90);
    run.kill(40, front, river, mill, 9);
    run.kill(41, front, hill, mill, 70);
    run.kill(42, army, river, mill, 50);
    const std::int32_t last = run.kill(50, front, river, quay, 4).number;
    follows(run.add(50, EventKind::founding, "self-defence", guard, front), last);
    expect_in(told(run),
              "Guard factions took up arms in self-defence against the Ridge Front, after 13 River "
              "civilians had died at its hands in half a year, four of them in Quay.");
}

TEST(TurnClauses, ARisingOverOneKillingNamesItAlone) {
    MadeRun run;
    const std::int32_t only = run.kill(50, front, river, quay, 4).number;
    follows(run.add(50, EventKind::founding, "self-defence", guard, front), only);
    expect_in(told(run), ", after four River civilians had been killed in Quay.");
}

TEST(TurnClauses, WhoWasBeatenBeforeTakesUpArmsAgain) {
    MadeRun run = fighting();
    run.add(10, EventKind::founding, "self-defence", guard, front);
    expect_in(told(run), "Guard factions took up arms in self-defence");
    run.add(60, EventKind::defeat, "disbands", guard);
    run.add(90, EventKind::founding, "self-defence", guard, front);
    expect_in(told(run), "Guard factions took up arms again in self-defence");
}

TEST(TurnClauses, WhoGovernsAgainThoughDisbandedIsSaidToBe) {
    MadeRun run = fighting();
    run.add(60, EventKind::takeover, "by force", front, army).place = ford;
    run.add(90, EventKind::takeover, "under pressure", army, front).place = ford;
    expect_in(told(run), "from outside, and the Army of Aru returned to power");
    run.detail.events.pop_back();
    run.add(70, EventKind::defeat, "disbands", army);
    run.add(90, EventKind::takeover, "under pressure", army, front).place = ford;
    expect_in(told(run), "from outside, and the Army of Aru, disbanded before, returned to power");
    run.detail.events.back().actor = guard;
    expect_in(told(run), "from outside, and power went to Guard factions");
}

TEST(TurnClauses, AnEndSaysHowManyMenWereLeft) {
    MadeRun run = fighting();
    run.add(60, EventKind::defeat, "disbands", front);
    expect_in(told(run), "the Ridge Front was beaten and disbanded.");
    run.arm(front, 4300);
    run.arm(front, 210, 40);
    run.arm(front, 0, 60);
    expect_in(told(run),
              "the Ridge Front was beaten and disbanded: of 4,300 men at its height, 210 "
              "were left.");
}

TEST(TurnClauses, APartingSaysHowManyMenWent) {
    MadeRun run = fighting();
    const std::int32_t split =
        run.add(60, EventKind::split, "over the spoils", front, guard).number;
    expect_in(told(run), "men left the Ridge Front over the spoils.");
    run.arm(front, 900);
    run.arm(front, 600, 60);
    expect_in(told(run), "the Ridge Front lost 300 of its 900 men in a quarrel over the spoils.");
    run.arm(guard, 280, 60);
    follows(run.add(60, EventKind::founding, "split", guard, front), split);
    expect_in(told(run),
              "the Ridge Front fell out over the spoils, and 280 of its 900 men went on "
              "as Guard factions.");
}

}  // namespace
}  // namespace forestall::history
