// SPDX-License-Identifier: Apache-2.0
// A State is a value: a copy taken at any step goes on as the original does (R4).
#include "engine/state.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/worlds.hpp"

namespace forestall {
namespace {

using test::cohort;
using test::endogenous;
using test::individual;
using test::prescribed;

class AnyState : public ::testing::TestWithParam<test::Kind> {};
INSTANTIATE_TEST_SUITE_P(Kinds, AnyState,
                         ::testing::Values(test::Kind{endogenous, cohort, 1},
                                           test::Kind{endogenous, individual, 7},
                                           test::Kind{prescribed, cohort, 1},
                                           test::Kind{prescribed, individual, 1}));

struct Trace {
    std::vector<std::uint64_t> digests;
    MemberOutcome out;
};

void go_on(State& state, const World& world, Trace& trace) {
    while (state.day() < world.settings().days) {
        state.advance({}, Parallel(), trace.out);
        trace.digests.push_back(state.digest());
    }
}

TEST_P(AnyState, ACopyFromAnyStepGoesOnInLockstep) {
    auto tables = test::country_at_war(GetParam());
    tables.settings.step_days = 1;
    const World world = World::build(tables);
    State state(world, 11, 3);
    Trace whole;
    std::vector<State> copies;
    std::vector<Trace> begun;
    while (state.day() < world.settings().days) {
        copies.push_back(state);
        begun.push_back(whole);
        state.advance({}, Parallel(), whole.out);
        whole.digests.push_back(state.digest());
    }
    ASSERT_EQ(whole.digests.size(), 60u);
    // The original has moved on; a copy shares nothing with it that changes.
    for (std::size_t step = 0; step < copies.size(); ++step) {
        go_on(copies[step], world, begun[step]);
        ASSERT_EQ(begun[step].digests, whole.digests) << "copied before step " << step;
        ASSERT_EQ(begun[step].out.series, whole.out.series);
        ASSERT_EQ(begun[step].out.scalars, whole.out.scalars);
    }
}

TEST_P(AnyState, AnAssignedStateForgetsWhatItWas) {
    const World world = World::build(test::country_at_war(GetParam()));
    State one(world, 11, 3);
    State other(world, 11, 4);
    MemberOutcome out;
    for (int i = 0; i < 4; ++i) one.advance({}, Parallel(), out);
    for (int i = 0; i < 7; ++i) other.advance({}, Parallel(), out);
    other = one;
    for (int i = 0; i < 8; ++i) {
        MemberOutcome a, b;
        one.advance({}, Parallel(), a);
        other.advance({}, Parallel(), b);
        ASSERT_EQ(one.digest(), other.digest());
        ASSERT_EQ(a.series, b.series);
    }
}

TEST_P(AnyState, DigestsOfDifferentStepsAndMembersDiffer) {
    const World world = World::build(test::country_at_war(GetParam()));
    std::vector<std::uint64_t> seen;
    for (std::uint64_t member = 0; member < 3; ++member) {
        State state(world, 11, member);
        Trace trace;
        go_on(state, world, trace);
        seen.insert(seen.end(), trace.digests.begin(), trace.digests.end());
    }
    std::sort(seen.begin(), seen.end());
    EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
}

TEST(InitialPopulation, KeepsCertainFiguresAndDrawsRanges) {
    auto t = test::two_towns();
    t.populations[0] = {PlaceId{0}, GroupId{0}, 1000, 900, 1400};
    const World world = World::build(t);
    double sum = 0;
    constexpr int members = 4000;
    for (std::uint64_t m = 0; m < members; ++m) {
        const auto n = initial_population(world, Luck(1, m));
        EXPECT_EQ(n[1], 1000);
        ASSERT_GE(n[0], 900);
        ASSERT_LE(n[0], 1400);
        sum += static_cast<double>(n[0]);
    }
    // Triangular: mean 1100, variance (900² + 1000² + 1400² - 900·1000 - 900·1400 - 1000·1400) / 18
    // = 11,667.
    EXPECT_NEAR(sum / members, 1100, 4.9 * std::sqrt(11667.0 / members));
}

}  // namespace
}  // namespace forestall
