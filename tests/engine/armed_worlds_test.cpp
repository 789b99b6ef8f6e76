// SPDX-License-Identifier: Apache-2.0
// Countries whose violence comes from armed actors: what holds of all mechanisms together, over
// generated worlds; each of them by itself: registry_test.cpp.
#include "engine/armed_worlds.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/soundness.hpp"
#include "engine/state.hpp"

namespace forestall {
namespace {

TEST(ArmedWorlds, LoseNobodyAndKeepSharesSharesInEveryStep) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        test::expect_sound(test::random_armed_country(seed), seed);
        if (HasFatalFailure()) return;
    }
}

TEST(ArmedWorlds, DoNotDependOnTheOrderOfDeclaration) {
    Stream luck(1, 0, 0);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const WorldTables tables =
            seed == 0 ? test::armed_country() : test::random_armed_country(seed);
        const std::uint64_t expected = test::hash_of(tables, seed);
        for (int i = 0; i < 3; ++i)
            ASSERT_EQ(test::hash_of(test::declared_otherwise(tables, luck), seed), expected)
                << "country " << seed;
    }
}

/// The armed country and, joined to it by nothing, the island "Isle" (6), where only Islanders
/// live; there "Pirates" of `fighters` fall on them. What happens on the isle is not known
/// elsewhere: pressure does not follow from attention.
WorldTables with_an_isle(double fighters, double pressure) {
    WorldTables t = test::armed_country();
    t.groups.push_back({"Islanders", PoliticalStatus::irrelevant});
    t.actors.push_back({"Pirates", ActorKind::external_patron, {}});
    t.places.push_back(test::place("Isle"));
    const auto isle = t.places.size() - 1;
    t.populations.push_back(test::people(isle, 3, 5000));
    t.control.push_back(test::holds(isle, 4, 0.9));
    test::number(t, "actor.Pirates.fighters", fighters);
    test::number(t, "actor.Pirates.animus.Islanders", 1);
    test::number(t, "actor.Pirates.restraint", 0);
    for (const char* who : {"Army", "Militia", "Mission", "Rebels"}) {
        test::number(t, std::string("relation.Pirates.") + who, 0);
        test::number(t, std::string("relation.") + who + ".Pirates", 0);
    }
    test::set(t, "pressure.weight", pressure);
    test::set(t, "one_sided.mass", 0.5);
    test::set(t, "temper.spread", 0);
    test::set(t, "inertia.mass", -4);
    return t;
}

/// What there is to see of all places but the isle, which is last.
std::vector<double> mainland(const WorldTables& tables, double& killed_on_the_isle) {
    const World world = World::build(tables);
    RunRequest request;
    RunDetail detail;
    request.detail = &detail;
    run_member(world, request);
    const auto isle = index(world.place("Isle")), pirates = index(world.actor("Pirates"));
    std::vector<double> seen;
    killed_on_the_isle = 0;
    for (std::size_t i = 0; i < detail.settled.size(); ++i) {
        if (i / detail.groups % detail.places == isle) {
            killed_on_the_isle += static_cast<double>(detail.deaths[i]);
            continue;
        }
        for (const auto* people : {&detail.settled, &detail.sheltered, &detail.deaths})
            seen.push_back(static_cast<double>((*people)[i]));
    }
    for (std::size_t i = 0; i < detail.control.size(); ++i) {
        if (i / detail.actors % detail.places == isle || i % detail.actors == pirates) continue;
        seen.push_back(detail.control[i]);
        seen.push_back(static_cast<double>(detail.fighters[i]));
    }
    return seen;
}

TEST(ArmedWorlds, FeelNothingOfWhatHappensOutOfEveryonesReach) {
    double quiet = 0, bloody = 0;
    const auto without = mainland(with_an_isle(0, 0), quiet);
    EXPECT_EQ(mainland(with_an_isle(400, 0), bloody), without);
    EXPECT_EQ(quiet, 0);
    EXPECT_GT(bloody, 50) << "something did happen there";
}

TEST(ArmedWorlds, FeelItThroughTheWorldsAttention) {
    double quiet = 0, bloody = 0;
    EXPECT_NE(mainland(with_an_isle(0, 2), quiet), mainland(with_an_isle(400, 2), bloody))
        << "the twin that differs";
}

TEST(ArmedWorlds, DoNotDependOnThreadsOrBackEnds) {
    for (const auto representation : {Representation::cohort, Representation::individual}) {
        const World world = World::build(test::armed_country(representation));
        RunRequest request;
        const std::uint64_t expected = run_member(world, request).hash;
        for (const auto backend : {Backend::serial, Backend::jthread, Backend::tbb})
            for (const int threads : {1, 2, 3, 8}) {
                if (backend == Backend::serial && threads > 1) continue;
                const Parallel parallel(backend, threads, 7);
                request.parallel = &parallel;
                ASSERT_EQ(run_member(world, request).hash, expected)
                    << static_cast<int>(backend) << " " << threads;
            }
    }
}

TEST(ArmedWorlds, ACopiedStateGoesOnInLockstep) {
    const World world = World::build(test::armed_country());
    State state(world, 11, 3);
    MemberOutcome out;
    std::vector<State> copies;
    std::vector<std::uint64_t> digests;
    while (state.day() < world.settings().days) {
        copies.push_back(state);
        state.advance({}, Parallel(), out);
        digests.push_back(state.digest());
    }
    for (std::size_t step = 0; step < copies.size(); ++step) {
        MemberOutcome other;
        for (std::size_t k = step; k < digests.size(); ++k) {
            copies[step].advance({}, Parallel(), other);
            ASSERT_EQ(copies[step].digest(), digests[k]) << "copied before step " << step;
        }
    }
}

TEST(ArmedWorlds, ReplayTheSameWhetherWatchedOrNot) {
    const World world = World::build(test::armed_country());
    RunRequest request;
    const MemberOutcome once = run_member(world, request), twice = run_member(world, request);
    RunDetail detail;
    request.detail = &detail;
    const MemberOutcome watched = run_member(world, request);
    EXPECT_EQ(once.hash, twice.hash);
    EXPECT_EQ(once.series, twice.series);
    EXPECT_EQ(once.hash, watched.hash) << "causes are recorded, not chosen";
    EXPECT_GT(detail.events.size(), 50u) << "the country was not asleep";
}

TEST(ArmedWorlds, AnOptionThatDoesNothingIsDoingNothing) {
    WorldTables t = test::armed_country();
    t.options = {{.name = "idle", .title = "Idle"}};
    const World world = World::build(t);
    RunRequest request;
    const MemberOutcome nothing = run_member(world, request);
    request.option = "idle";
    const MemberOutcome idle = run_member(world, request);
    EXPECT_EQ(idle.hash, nothing.hash);
    EXPECT_EQ(idle.series, nothing.series);
}

TEST(ArmedWorlds, AStepCutShortByTheEndHasItsOwnLength) {
    // A shock of the last day but three fades over the three days that are left, not over a week or
    // no time.
    WorldTables t = test::armed_country();
    for (const char* name : {"communal", "decisions"}) test::off(t, name);
    test::set(t, "control.felt", 0);
    t.settings.days = 73;
    t.triggers = {test::trigger("Coup", TriggerKind::coup, 70)};
    const World world = World::build(t);
    State state(world, 5, 0);
    MemberOutcome out;
    while (state.day() < world.settings().days) state.advance({}, Parallel(), out);
    EXPECT_NEAR(state.scene().shock[id_at<ActorId>(test::army)].value, 0.5 * std::exp(-3.0 / 28),
                1e-9);
}

}  // namespace
}  // namespace forestall
