// SPDX-License-Identifier: Apache-2.0
// How things stood: the toll and its reports, armies, who was overthrown, what the desk saw.
#include "analysis/explain/told.hpp"

namespace forestall::history {
namespace {

using namespace test::made;

TEST(StateSentences, TheDeskSeesAStageAgainOnlyAfterItsFall) {
    MadeRun run = MadeRun::war();
    run.set(Series::stage_observed, 35, 40, 1);
    run.set(Series::stage_observed, 65, 130, 1);
    const std::string text = told(run);
    expect_in(text, "saw the stage become prevention on 9 September 2030 and fall to none on");
    expect_in(text, "The desk saw the stage become prevention again on");
}

TEST(StateSentences, AFallAndARiseInAChapterAreBothTold) {
    MadeRun run = MadeRun::war();
    run.set(Series::stage_observed, 35, 66, 1);
    run.set(Series::stage_observed, 70, 130, 1);
    expect_in(told(run),
              "The desk saw the stage fall to none on 14 April 2031 and become "
              "prevention again on 12 May");
}

TEST(StateSentences, AStageThatWaversIsToldByTheFirstTimeItWasSeen) {
    MadeRun run = MadeRun::war();
    run.set(Series::stage_observed, 35, 45, 1);
    run.set(Series::stage_observed, 50, 130, 1);
    expect_in(told(run), "A country desk saw the stage become prevention on 9 September 2030, ");
    expect_not_in(told(run), "again on");
}

TEST(StateSentences, AQuietChapterTellsThatTheStageFell) {
    MadeRun run;
    for (std::size_t week = 0; week < 40; ++week) run.fight(week, front, army, ford, 12);
    run.set(Series::stage_observed, 5, 60, 1);
    const std::string text = told(run);
    expect_in(text, "A country desk saw the stage become prevention on");
    expect_in(text, "The desk saw the stage fall to none. ");
}

TEST(StateSentences, RiskAndAttentionAreSaidWithoutTheirScale) {
    MadeRun run = MadeRun::war();
    run.set(Series::stage_observed, 35, 130, 1);
    run.set(Series::risk, 0, 130, 0.42);
    run.set(Series::attention, 0, 130, 0.2);
    expect_in(told(run), "; risk stood at 0.42 and attention abroad at 0.20.");
    expect_in(joined(prose(run).caution), "Risk and attention are indices from 0 to 1.");
}

TEST(StateSentences, TheReportOfOneDeathIsThatOfTheCivilian) {
    MadeRun run;
    run.fight(20, front, army, ford, 60);
    run.kill(21, front, hill, ford, 1);
    expect_in(told(run), "; no observer reported the civilian's death.");
    run.outcome[Series::reported_civilian_deaths][21] = 1;
    expect_in(told(run), "; the civilian's death was reported.");
}

TEST(StateSentences, ArmiesThatGrowOrMeltAwayAreTold) {
    MadeRun run = MadeRun::war();
    run.arm(army, 4300);
    run.arm(army, 1200, 70);
    run.arm(front, 500);
    run.arm(front, 1900, 70);
    run.arm(guard, 200);
    run.arm(guard, 210, 70);
    expect_in(told(run),
              "The Army of Aru was down from 4,300 men under arms to 1,200 and the Ridge "
              "Front was up from 500 to 1,900. ");
}

TEST(StateSentences, WhoWasOverthrownIsCalledSo) {
    MadeRun run = MadeRun::war();
    run.hold(ford, army, 0.9, 1000);
    run.hold(ford, army, 0.4, 1000, 62);
    run.hold(ford, front, 0.5, 1000, 62);
    expect_in(told(run), "; the overthrown Army of Aru held 40%");
}

}  // namespace
}  // namespace forestall::history
