// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/observed_members.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "engine/armed_worlds.hpp"

namespace forestall::analysis {
namespace {

constexpr std::uint64_t one_seed = 5;

std::vector<ObservedMember> observed_members(const World& world, std::uint64_t n, int threads = 1) {
    Observed counted;
    counted.total = {{20, 0}, {181, 0}};
    return run_observed(DeathLayout(world, Grain::location), counted, {}, one_seed, n,
                        Parallel(threads > 1 ? Backend::jthread : Backend::serial, threads));
}

double whole(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(ObservedMembers, HaveTheDeathsAndTheDisplacedOfTheirResults) {
    const World world = World::build(test::armed_country());
    const auto all = observed_members(world, 4);
    ASSERT_EQ(all.size(), 4U);
    double deaths = 0;
    for (std::uint64_t m = 0; m < all.size(); ++m) {
        RunRequest request;
        request.seed = one_seed;
        request.member = m;
        const MemberOutcome out = run_member(world, request);
        // Attackers whom resistance killed are no deaths of one-sided violence.
        EXPECT_LE(whole(all[m].deaths.deaths),
                  whole(out[Series::civilian_deaths]) + whole(out[Series::battle_deaths]));
        EXPECT_GE(whole(all[m].deaths.deaths), whole(out[Series::civilian_deaths]));
        EXPECT_EQ(all[m].counts.total[1], out[Series::displaced].back());
        deaths += whole(all[m].deaths.deaths);
    }
    EXPECT_GT(deaths, 0);
}

TEST(ObservedMembers, AreTheSameOnEveryThreadCount) {
    const World world = World::build(test::armed_country());
    const auto one = observed_members(world, 3);
    const auto three = observed_members(world, 3, 3);
    for (std::size_t m = 0; m < one.size(); ++m) {
        EXPECT_EQ(one[m].deaths.deaths, three[m].deaths.deaths);
        EXPECT_EQ(one[m].counts.total, three[m].counts.total);
    }
}

TEST(ObservedMembers, StopWhenTold) {
    const World world = World::build(test::armed_country());
    const std::atomic<bool> stop = true;
    EXPECT_TRUE(
        run_observed(DeathLayout(world, Grain::scenario), {}, {}, one_seed, 3, Parallel(), &stop)
            .empty());
}

}  // namespace
}  // namespace forestall::analysis
