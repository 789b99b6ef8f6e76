// SPDX-License-Identifier: Apache-2.0
#include "ensemble/job.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <thread>

#include "ensemble/runs.hpp"

namespace forestall {
namespace {

constexpr test::Kind plain{};
const Parallel two_jthreads(Backend::jthread, 2);

TEST(Shards, HaveEveryMemberOnce) {
    Job job;
    for (job.members = 0; job.members < 30; ++job.members)
        for (job.shards = 1; job.shards < 8; ++job.shards) {
            std::vector<int> seen(job.members);
            for (job.shard = 0; job.shard < job.shards; ++job.shard) {
                const auto mine = shard_members(job);
                EXPECT_TRUE(std::is_sorted(mine.begin(), mine.end()));
                for (const auto m : mine) ++seen.at(m);
            }
            EXPECT_EQ(std::count(seen.begin(), seen.end(), 1),
                      static_cast<std::ptrdiff_t>(job.members));
        }
}

TEST(Ensemble, AMemberIsTheSameAloneInABatchAndInAShard) {
    for (const auto mode : {DisplacementMode::endogenous, DisplacementMode::prescribed})
        for (const auto representation : {Representation::cohort, Representation::individual}) {
            const Job whole = test::war_job({mode, representation, 1}, 20);
            const auto rows = test::run(whole, two_jthreads, 6);
            ASSERT_EQ(rows.size(), 20u);
            for (const auto& [member, outcome] : rows) {
                RunRequest request;
                request.seed = whole.seed;
                request.member = member;
                EXPECT_EQ(run_member(*whole.world, request).hash, outcome.hash);
            }
            test::Rows sharded;
            Job shard = whole;
            shard.shards = 3;
            for (shard.shard = 0; shard.shard < 3; ++shard.shard)
                for (auto& [member, outcome] : test::run(shard, two_jthreads, 4))
                    sharded[member] = outcome;
            EXPECT_EQ(test::digest(sharded), test::digest(rows));
            EXPECT_EQ(test::run(test::war_job({mode, representation, 1}, 5), Parallel()).at(4).hash,
                      rows.at(4).hash)
                << "whoever else runs";
        }
}

TEST(Ensemble, FewLargeMembersAreTheSameAsAmongMany) {
    const auto tables = test::random_country(4, plain);
    const auto many = test::run(test::job_of(tables, 40), two_jthreads);
    const auto few = test::run(test::job_of(tables, 2), Parallel(Backend::tbb, 4, 7));
    const auto one = test::run(test::job_of(tables, 1), Parallel(Backend::jthread, 4, 7));
    EXPECT_EQ(few.at(0).hash, many.at(0).hash);
    EXPECT_EQ(few.at(1).hash, many.at(1).hash);
    EXPECT_EQ(one.at(0).hash, many.at(0).hash);
}

TEST(Ensemble, BatchesAreWholeAndInAscendingOrderAndOneAtATime) {
    const Job job = test::war_job(plain, 23);
    const std::atomic<bool> stop{false};
    std::atomic<int> inside{0};
    std::vector<std::size_t> sizes;
    run_ensemble(job, shard_members(job), 5, Parallel(Backend::jthread, 4), stop,
                 [&](std::vector<MemberRow>&& rows) {
                     EXPECT_EQ(inside.fetch_add(1), 0);
                     for (std::size_t i = 1; i < rows.size(); ++i)
                         EXPECT_EQ(rows[i].member, rows[i - 1].member + 1);
                     EXPECT_EQ(rows.front().member % 5, 0u);
                     sizes.push_back(rows.size());
                     std::this_thread::yield();
                     inside.fetch_sub(1);
                 });
    std::sort(sizes.begin(), sizes.end());
    EXPECT_EQ(sizes, (std::vector<std::size_t>{3, 5, 5, 5, 5}));
}

TEST(Ensemble, AStopLeavesOnlyWholeBatches) {
    const Job job = test::war_job(plain, 60);
    for (const auto backend : {Backend::serial, Backend::jthread, Backend::tbb}) {
        std::atomic<bool> stop{false};
        std::size_t batches = 0;
        run_ensemble(job, shard_members(job), 4, Parallel(backend, 3), stop,
                     [&](std::vector<MemberRow>&& rows) {
                         EXPECT_EQ(rows.size(), 4u);
                         for (const auto& row : rows) EXPECT_EQ(row.by_option.size(), 1u);
                         if (++batches == 2) stop = true;
                     });
        EXPECT_GE(batches, 2u);
        EXPECT_LE(batches, 2u + 2u) << "those under way are finished, no others begun";
    }
}

TEST(Ensemble, WithoutMembersNothingHappens) {
    const Job job = test::war_job(plain, 0);
    const std::atomic<bool> stop{false};
    run_ensemble(job, shard_members(job), 4, Parallel(), stop, [](auto&&) { FAIL(); });
}

TEST(Ensemble, FailuresReachTheCaller) {
    for (const auto backend : {Backend::serial, Backend::jthread, Backend::tbb}) {
        const Parallel parallel(backend, 3);
        const std::atomic<bool> stop{false};
        Job job = test::war_job(plain, 12);
        EXPECT_THROW(run_ensemble(job, shard_members(job), 2, parallel, stop,
                                  [](auto&&) { throw std::runtime_error("disk full"); }),
                     std::runtime_error);
        job.options = {"none", "an option nobody wrote"};
        EXPECT_THROW(run_ensemble(job, shard_members(job), 2, parallel, stop, [](auto&&) {}),
                     std::invalid_argument);
    }
}

TEST(JobDescription, NamesWhatDecidesTheBytesAndNothingElse) {
    const Job job = test::war_job(plain, 12);
    const std::string text = job_description(job);
    Job same = job;
    same.shard = 1;
    same.shards = 4;
    same.world = std::make_shared<const World>(World::build(test::country_at_war()));
    EXPECT_EQ(job_description(same), text);
    Job other = job;
    other.seed = 1;
    EXPECT_NE(job_description(other), text);
    other = job;
    other.members = 13;
    EXPECT_NE(job_description(other), text);
    other = job;
    other.options.push_back("mediate");
    EXPECT_NE(job_description(other), text);
    auto tables = test::country_at_war();
    tables.routes[0].km += 1;
    EXPECT_NE(job_description(test::job_of(tables, 12)), text);
}

}  // namespace
}  // namespace forestall
