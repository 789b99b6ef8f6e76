// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/told.hpp"

namespace forestall::history {
namespace {

using namespace test::made;

TEST(Titles, KillingsOfBothSidesAreNotOnesAlone) {
    MadeRun run(60);
    for (std::size_t week = 10; week < 50; ++week) run.kill(week, front, hill, ford, 3);
    expect_in(told(run), "# The killing of Hill people. ");
    for (std::size_t week = 10; week < 50; ++week) run.kill(week, army, river, ford, 2);
    expect_in(told(run), "# Killings on both sides. ");
}

TEST(Titles, ALullIsNotNamedByItsFewDead) {
    MadeRun run;
    for (std::size_t week = 0; week < 60; ++week) run.kill(week, front, hill, ford, 100);
    for (std::size_t week = 60; week < 130; ++week) run.kill(week, army, river, ford, 2);
    expect_in(told(run), "# The violence ebbs. ");
}

TEST(Titles, AChapterOfManyMoreDeadThanBeforeSaysSo) {
    MadeRun run;
    for (std::size_t week = 0; week < 65; ++week) run.kill(week, none<ActorId>(), hill, ford, 1);
    for (std::size_t week = 65; week < 130; ++week) {
        run.fight(week, front, army, ford, 6);
        run.fight(week, front, guard, mill, 6);
    }
    expect_in(told(run), "# The Ridge Front against the Army of Aru. ");
    for (Event& e : run.detail.events)
        if (e.kind == EventKind::battle) e.deaths = 0;
    expect_in(told(run), "# The violence grows. ");
}

}  // namespace
}  // namespace forestall::history
