// SPDX-License-Identifier: Apache-2.0
// Reference models through the engine's one entry point.
#include <gtest/gtest.h>

#include <numeric>

#include "engine/engine.hpp"
#include "population/lattice.hpp"
#include "world/builders.hpp"

namespace forestall::test {
namespace {

WorldTables reference(ReferenceModel model, Day days) {
    WorldTables t = empty_country();
    t.settings.days = days;
    t.settings.step_days = 1;
    t.settings.reference = model;
    t.places = {place("Lattice")};
    return t;
}

LatticeSettings two_groups() {
    LatticeSettings s;
    s.width = 20;
    s.height = 20;
    s.vision = 1.7;
    s.legitimacy = 0.8;
    s.clone_chance = 0.05;
    s.max_age = 200;
    return s;
}

double sum(const std::vector<double>& v) { return std::accumulate(v.begin(), v.end(), 0.0); }

TEST(ReferenceRun, IsTheLatticeCycleByCycle) {
    const World world = World::build(reference(two_groups(), 50));
    RunDetail detail;
    const MemberOutcome out = run_member(world, {.seed = 3, .member = 4, .detail = &detail});
    Lattice lattice(two_groups(), 2, Luck(3, 4));
    for (std::size_t t = 0; t < 50; ++t) {
        lattice.cycle();
        EXPECT_EQ(out[Series::mobilised][t], static_cast<double>(lattice.active()));
        EXPECT_EQ(out[Series::detained][t], static_cast<double>(lattice.jailed()));
        EXPECT_EQ(out[Series::civilian_deaths][t],
                  static_cast<double>(lattice.killed(0) + lattice.killed(1)));
        EXPECT_EQ(detail.settled[2 * t], lattice.persons(0));
        EXPECT_EQ(detail.settled[2 * t + 1], lattice.persons(1));
    }
}

TEST(ReferenceRun, FillsEveryVariableAndParameterOfAResultsFile) {
    const World world = World::build(reference(two_groups(), 30));
    const MemberOutcome out = run_member(world, {});
    for (const auto& series : out.series) EXPECT_EQ(series.size(), 30U);
    for (const auto& values : out.per_place) EXPECT_EQ(values.size(), 1U);
    EXPECT_EQ(out.parameters.size(), parameter_names(world).size());
    EXPECT_EQ(out[PerPlace::deaths_by_location][0], sum(out[Series::civilian_deaths]));
    EXPECT_EQ(out[Scalar::mass_killing_onset_step], -1);
}

TEST(ReferenceRun, HasTheSameHashForTheSameMemberOnly) {
    const World world = World::build(reference(two_groups(), 30));
    const World other = World::build(reference(CascadeSettings{.drawn = true}, 30));
    EXPECT_EQ(run_member(world, {.member = 1}).hash, run_member(world, {.member = 1}).hash);
    EXPECT_NE(run_member(world, {.member = 1}).hash, run_member(world, {.member = 2}).hash);
    EXPECT_NE(run_member(other, {.member = 1}).hash, run_member(other, {.member = 2}).hash);
}

TEST(ReferenceRun, TellsOfTheExtinctionOfAGroupOnce) {
    const World world = World::build(reference(two_groups(), 1500));
    RunDetail detail;
    run_member(world, {.detail = &detail});
    ASSERT_EQ(detail.events.size(), 1U);
    const Event& end = detail.events[0];
    EXPECT_EQ(end.kind, EventKind::extinction);
    const auto step = static_cast<std::size_t>(end.step);
    EXPECT_EQ(detail.settled[2 * step + index(end.target)], 0);
    EXPECT_GT(detail.settled[2 * (step - 1) + index(end.target)], 0);
}

TEST(ReferenceRun, CountsTheCrowdThatHasJoined) {
    const World world = World::build(
        reference(CascadeSettings{.persons = 100, .threshold_mean = 25, .threshold_sd = 12}, 40));
    const MemberOutcome out = run_member(world, {});
    EXPECT_EQ(out[Series::mobilised][0], 2);
    EXPECT_EQ(out[Series::mobilised].back(), 4);
    EXPECT_EQ(sum(out[Series::civilian_deaths]), 0);
}

TEST(ReferenceRun, KnowsNoOptions) {
    const World world = World::build(reference(CascadeSettings{}, 5));
    EXPECT_THROW(run_member(world, {.option = "mediation"}), std::invalid_argument);
}

}  // namespace
}  // namespace forestall::test
