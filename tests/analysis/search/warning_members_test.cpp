// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/warning_members.hpp"

#include <gtest/gtest.h>

#include "engine/armed_worlds.hpp"
#include "engine/engine.hpp"

namespace forestall::analysis {
namespace {

World armed(const Distribution& delay) {
    WorldTables t = test::armed_country();
    t.parameters["monitoring.delay"] = delay;
    return World::build(std::move(t));
}

TEST(WatchedOf, KeepsWhatTheDeskSawAndTheDelayThatTheMemberDrew) {
    const World world = armed(Distribution::constant(21));
    RunRequest request;
    request.member = 3;
    const MemberOutcome outcome = run_member(world, request);
    const Watched w = watched_of(world, outcome);
    EXPECT_EQ(w.steps, 26);
    EXPECT_EQ(w.step_days, 7);
    EXPECT_EQ(w.delay_days, 21);
    EXPECT_EQ(w.delay(), 3);
    EXPECT_EQ(w.onset, outcome[Scalar::mass_killing_onset_step]);
    ASSERT_EQ(w.risk.size(), 26U);
    ASSERT_EQ(w.seen.size(), 26U);
    for (std::size_t t = 0; t < w.risk.size(); ++t) {
        EXPECT_FLOAT_EQ(w.risk[t], static_cast<float>(outcome[Series::risk][t]));
        EXPECT_EQ(w.reported[t], static_cast<float>(outcome[Series::reported_civilian_deaths][t]));
        EXPECT_EQ(w.seen[t], outcome[Series::stage_observed][t]);
    }
}

TEST(RunWatched, GivesMembersInOrderWhateverTheThreads) {
    const World world = armed({Shape::uniform, {0, 100, 0}, "made up"});
    const auto one = run_watched(world, 5, 6, Parallel(Backend::serial));
    const auto many = run_watched(world, 5, 6, Parallel(Backend::jthread, 3));
    ASSERT_EQ(one.size(), 6U);
    ASSERT_EQ(many.size(), 6U);
    for (std::size_t m = 0; m < 6; ++m) {
        EXPECT_EQ(one[m].risk, many[m].risk);
        EXPECT_EQ(one[m].delay_days, many[m].delay_days);
    }
    EXPECT_NE(one[0].delay_days, one[1].delay_days);
}

TEST(RunWatched, KeepsNoneOnceStopped) {
    const std::atomic<bool> stop = true;
    EXPECT_TRUE(
        run_watched(armed(Distribution::constant(7)), 1, 4, Parallel(Backend::serial), &stop)
            .empty());
}

}  // namespace
}  // namespace forestall::analysis
