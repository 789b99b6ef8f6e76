// SPDX-License-Identifier: Apache-2.0
// The same past, another future (State::take_luck): the same luck changes no bit, another one
// leaves the past and all that was drawn for good alone, and two futures of one state are
// independent.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <functional>
#include <numeric>

#include "engine/armed_worlds.hpp"
#include "engine/state.hpp"
#include "engine/worlds.hpp"

namespace forestall {
namespace {

constexpr std::uint64_t seed = 11, member = 3;
using test::cohort;
using test::endogenous;
using test::individual;
using test::prescribed;

struct Named {
    const char* name;
    std::function<WorldTables()> tables;
};

class AnyWorld : public ::testing::TestWithParam<Named> {};
INSTANTIATE_TEST_SUITE_P(
    Kinds, AnyWorld,
    ::testing::Values(Named{"scheduled_cohort",
                            [] {
                                return test::country_at_war({endogenous, cohort, 1});
                            }},
                      Named{"scheduled_agents",
                            [] {
                                return test::country_at_war({endogenous, individual, 7});
                            }},
                      Named{"prescribed_cohort",
                            [] {
                                return test::country_at_war({prescribed, cohort, 1});
                            }},
                      Named{"prescribed_agents",
                            [] {
                                return test::country_at_war({prescribed, individual, 1});
                            }},
                      Named{"armed_cohort", [] { return test::armed_country(cohort); }},
                      Named{"armed_agents", [] { return test::armed_country(individual); }},
                      Named{"backed", [] { return test::backed_country(); }}),
    [](const auto& kind) { return kind.param.name; });

double deaths(const MemberOutcome& out) {
    const auto& d = out[Series::civilian_deaths];
    return std::accumulate(d.begin(), d.end(), 0.0);
}

void go_on(State& state, const World& world, MemberOutcome& out) {
    while (state.day() < world.settings().days) state.advance({}, Parallel(), out);
}

TEST_P(AnyWorld, OfTheSameLuckChangesNoBitInAnyStep) {
    const World world = World::build(GetParam().tables());
    State plain(world, seed, member), taken(world, seed, member);
    MemberOutcome a, b;
    while (plain.day() < world.settings().days) {
        taken.take_luck(Luck(seed, member));
        plain.advance({}, Parallel(), a);
        taken.advance({}, Parallel(), b);
        ASSERT_EQ(taken.digest(), plain.digest()) << "step " << plain.step();
    }
    EXPECT_EQ(a.series, b.series);
    EXPECT_EQ(a.per_place, b.per_place);
    EXPECT_EQ(a.scalars, b.scalars);
}

TEST_P(AnyWorld, OfOtherLuckKeepsThePastAndChangesTheFuture) {
    const World world = World::build(GetParam().tables());
    State plain(world, seed, member);
    MemberOutcome past;
    while (plain.day() < world.settings().days / 3) plain.advance({}, Parallel(), past);
    State taken = plain;
    MemberOutcome other = past;
    taken.take_luck(Luck(seed, member + 1));
    EXPECT_EQ(taken.digest(), plain.digest());
    const std::size_t lived = plain.step();
    go_on(plain, world, past);
    go_on(taken, world, other);
    EXPECT_NE(taken.digest(), plain.digest());
    EXPECT_EQ(taken.parameters().values(), plain.parameters().values());
    for (std::size_t s = 0; s < series_count; ++s)
        for (std::size_t t = 0; t < lived; ++t)
            ASSERT_EQ(other.series[s][t], past.series[s][t]) << s << " " << t;
    EXPECT_NE(other.series, past.series);
}

/// The same day 0 whatever luck is taken: what is drawn for good is drawn when a State is made.
TEST_P(AnyWorld, IsBornWholeBeforeItsFirstStep) {
    const World world = World::build(GetParam().tables());
    const State plain(world, seed, member);
    State taken(world, seed, member);
    taken.take_luck(Luck(seed, member + 1));
    EXPECT_EQ(taken.digest(), plain.digest());
    EXPECT_NE(State(world, seed, member + 1).digest(), plain.digest()) << "the twin born otherwise";
}

TEST(ScheduledViolence, OfOtherLuckKillsAsManyAsWereDrawnWhenItWasBorn) {
    auto t = test::country_at_war();
    const Distribution toll{Shape::triangular, {20, 60, 100}, {}};
    t.violence = {test::violence(0, 3, 40, 0.5, toll), test::violence(1, 10, 55, 0.5, toll)};
    const World world = World::build(t);
    State plain(world, seed, member);
    MemberOutcome past;
    for (int i = 0; i < 4; ++i) plain.advance({}, Parallel(), past);
    const MemberOutcome before = past;
    go_on(plain, world, past);
    std::size_t other_days = 0;
    for (std::uint64_t c = 1; c <= 5; ++c) {
        State taken(world, seed, member);
        MemberOutcome other;
        for (int i = 0; i < 4; ++i) taken.advance({}, Parallel(), other);
        taken.take_luck(Luck(seed, member + c));
        go_on(taken, world, other);
        EXPECT_EQ(deaths(other), deaths(past));
        other_days += other[Series::civilian_deaths] != past[Series::civilian_deaths];
        MemberOutcome born_otherwise;
        State stranger(world, seed, member + c);
        go_on(stranger, world, born_otherwise);
        EXPECT_NE(deaths(born_otherwise), deaths(past));
    }
    EXPECT_EQ(other_days, 5U);
}

/// Position of each among all, ties sharing theirs.
std::vector<double> ranks(const std::vector<double>& x) {
    std::vector<double> out;
    for (const double v : x) {
        double below = 0, equal = 0;
        for (const double w : x) below += w < v ? 1 : 0, equal += w == v ? 1 : 0;
        out.push_back(below + (equal - 1) / 2);
    }
    return out;
}

/// Spearman's correlation times the root of n - 1: standard normal for pairs that have nothing to
/// do with each other.
double correlation_z(const std::vector<double>& x, const std::vector<double>& y) {
    const std::vector<double> a = ranks(x), b = ranks(y);
    const auto n = static_cast<double>(a.size());
    const double mean = (n - 1) / 2;
    double both = 0, one = 0, other = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - mean) * (b[i] - mean);
        one += (a[i] - mean) * (a[i] - mean);
        other += (b[i] - mean) * (b[i] - mean);
    }
    return both / std::sqrt(one * other) * std::sqrt(n - 1);
}

/// Deaths after the luck is taken, of pairs of futures of one state; the second of a pair has luck
/// of its own from `apart` on, and before that the first one's.
double pairs_z(const World& world, const State& begun, std::size_t pairs, Day apart) {
    std::vector<double> first, second;
    for (std::uint64_t i = 0; i < pairs; ++i) {
        State one = begun, other = begun;
        one.take_luck(Luck(seed + 1, 2 * i));
        other.take_luck(Luck(seed + 1, 2 * i + (apart > begun.day() ? 0 : 1)));
        MemberOutcome a, b;
        go_on(one, world, a);
        while (other.day() < apart) other.advance({}, Parallel(), b);
        other.take_luck(Luck(seed + 1, 2 * i + 1));
        go_on(other, world, b);
        first.push_back(deaths(a));
        second.push_back(deaths(b));
    }
    return correlation_z(first, second);
}

// 240 pairs: correlation 0.45 is found with chance 1 - 0.02 at alpha 1e-6, since its z is about
// atanh(0.45) sqrt(237) = 7.5, and 4.89 + 2.05 = 6.94 are needed.
TEST(TwoFutures, OfOneStateAreIndependent) {
    const double critical = quantile(complement(boost::math::normal(), 1e-6 / 2));
    const World world = World::build(test::armed_country());
    State begun(world, seed, member);
    MemberOutcome past;
    for (int i = 0; i < 5; ++i) begun.advance({}, Parallel(), past);
    EXPECT_LT(std::fabs(pairs_z(world, begun, 240, begun.day())), critical);
    EXPECT_GT(pairs_z(world, begun, 240, 105), critical)
        << "the biased twin: the same luck for ten weeks more";
}

}  // namespace
}  // namespace forestall
