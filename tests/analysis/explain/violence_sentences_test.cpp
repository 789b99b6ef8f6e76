// SPDX-License-Identifier: Apache-2.0
// Who fought and killed whom, why, what came under whom, and who left.
#include "analysis/explain/told.hpp"

namespace forestall::history {
namespace {

using namespace test::made;

TEST(ViolenceSentences, SmallBattlesAreClashes) {
    MadeRun run;
    for (std::size_t week = 0; week < 60; ++week) run.fight(week, front, army, ford, 3);
    expect_in(told(run), "180 people died in 60 clashes in Ford.");
}

TEST(ViolenceSentences, OfTwoFightsAsDeadlyNoneWasTheHardest) {
    MadeRun run;
    run.fight(20, front, army, ford, 40);
    run.fight(21, front, guard, mill, 40);
    expect_not_in(told(run), "hardest");
    run.fight(22, front, army, ford, 40);
    expect_in(told(run), "hardest");
}

TEST(ViolenceSentences, OnlyWhatIsNewDrivesAKillingNow) {
    MadeRun run = MadeRun::war();
    for (Event& e : run.detail.events)
        if (e.kind == EventKind::one_sided && e.step >= 94)
            e.causes = {{"animus", 3, -1, none<ActorId>()}, {"revenge", 2, -1, none<ActorId>()}};
    expect_in(told(run), "driven mainly by hatred and fear of");
    expect_in(told(run), ", now also by revenge");
    expect_not_in(told(run), "now driven");
}

TEST(ViolenceSentences, TheStrongerDoesNotFearStrongerEnemies) {
    MadeRun run = MadeRun::war();
    run.arm(army, 900);
    run.arm(front, 400);
    expect_in(told(run), "hatred and fear of stronger enemies");
    run.arm(front, 2000);
    expect_in(told(run), "hatred and fear that they would help its enemies");
    for (Event& e : run.detail.events)
        if (e.kind == EventKind::one_sided) e.manner = "selective";
    expect_in(told(run), "driven mainly by hatred, most of them on suspicion of helping its");
}

TEST(ViolenceSentences, NewLeadersAreToldByWhatTheyDo) {
    MadeRun run = MadeRun::war();
    for (Event& e : run.detail.events)
        if (e.kind == EventKind::one_sided) e.causes = {{"temper", 3, -1, none<ActorId>()}};
    expect_in(told(run), "driven mainly by the temper of its leaders");
    run.add(70, EventKind::turnover, "in the ranks", front);
    expect_in(told(run), "driven mainly by the temper of its new leaders");
}

TEST(ViolenceSentences, ACrowdIsNotDrivenByBeingOne) {
    MadeRun run;
    for (std::size_t week = 40; week < 60; ++week) {
        Event& e = run.kill(week, none<ActorId>(), hill, ford, 3);
        e.kind = EventKind::communal;
        e.causes = {{"mobilisation", 0.8, -1, none<ActorId>()}};
    }
    expect_in(told(run), " 60 Hill people ");
    expect_not_in(told(run), "driven");
}

TEST(ViolenceSentences, PlacesAreTakenOnlyFromThoseWhoWereFought) {
    MadeRun run(60);
    run.hold(ford, army, 1, 300);
    run.hold(ford, army, 0, 300, 30);
    run.hold(ford, guard, 1, 300, 30);
    run.fight(20, front, army, mill, 60);
    expect_in(told(run),
              "Ford passed to Guard factions from the Army of Aru, without a battle between the "
              "two.");
    run.fight(29, guard, army, ford, 20);
    expect_in(told(run), "from the Army of Aru");
    expect_not_in(told(run), "without a battle");
}

TEST(ViolenceSentences, AnExodusHasNumbers) {
    MadeRun run(60);
    run.hold(ford, army, 1, 30000);
    run.hold(ford, army, 1, 1100, 40);
    run.kill(30, front, hill, ford, 40, "expulsion");
    expect_in(told(run), "Of 30,000 Hill people at home in Ford 1,100 were left by the end.");
}

}  // namespace
}  // namespace forestall::history
