// SPDX-License-Identifier: Apache-2.0
// Members that draw a row of weights keep every promise that a member makes.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "analysis/search/verification.hpp"
#include "engine/armed_worlds.hpp"
#include "ensemble/runs.hpp"
#include "results/assemble.hpp"
#include "results/files.hpp"
#include "results/parts.hpp"
#include "results/scratch.hpp"
#include "world/weights.hpp"

namespace forestall {
namespace {

constexpr std::uint64_t members = 9;

WorldTables tables_of(double drawn = 1) {
    WorldTables t = test::armed_country();
    t.settings.days = 84;
    test::number(t, "weights.drawn", drawn);
    t.options = {{.name = "Idle", .title = "Idle", .actions = {}}};
    return t;
}

Job job_of(double drawn = 1) {
    Job job = test::job_of(tables_of(drawn), members);
    job.options = {"none", "Idle"};
    return job;
}

std::size_t position_of(const World& world, std::string_view name) {
    const auto names = parameter_names(world);
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::vector<MemberRow> rows_of(const Job& job, const Parallel& parallel = Parallel(),
                               std::uint64_t batch = 2) {
    std::vector<MemberRow> out;
    run_ensemble(job, shard_members(job), batch, parallel, false, [&](auto&& some) {
        for (MemberRow& row : some) out.push_back(std::move(row));
    });
    std::sort(out.begin(), out.end(),
              [](const MemberRow& a, const MemberRow& b) { return a.member < b.member; });
    return out;
}

void store(const std::string& path, const Job& job, Start start, std::size_t stop_after = 99) {
    PartStore parts(path, header_of(job, {"1", "2"}), shard_members(job), start);
    for (MemberRow& row : rows_of(job)) {
        const auto missing = parts.missing_members();
        if (std::find(missing.begin(), missing.end(), row.member) == missing.end()) continue;
        if (stop_after-- == 0) return;
        std::vector<MemberRow> one;
        one.push_back(std::move(row));
        parts.append(std::move(one));
    }
    parts.finish();
}

TEST(DrawnWeights, DifferByMemberAndAreThoseOfARow) {
    const Job job = job_of();
    const std::size_t animus = position_of(*job.world, "animus.mass"),
                      scale = position_of(*job.world, "decision.scale");
    std::set<double> seen;
    for (const MemberRow& row : rows_of(job)) {
        const auto& drawn = row.by_option[0].parameters;
        EXPECT_DOUBLE_EQ(drawn[animus], 2 + 5 * (drawn[scale] - 0.8));
        EXPECT_EQ(row.by_option[1].parameters, drawn) << "the same under every option";
        EXPECT_EQ(row.by_option[1].hash, row.by_option[0].hash) << "which does nothing";
        seen.insert(drawn[animus]);
    }
    EXPECT_GT(seen.size(), 2u);
}

TEST(DrawnWeights, MoveWhatHappens) {
    const auto drawn = test::run(job_of(), Parallel()), held = test::run(job_of(0), Parallel());
    std::size_t moved = 0;
    for (const auto& [member, outcome] : drawn) moved += outcome.hash != held.at(member).hash;
    EXPECT_GT(moved, members / 2);
}

TEST(DrawnWeights, AreTheSameForEveryNumberOfThreadsBatchAndShard) {
    const Job job = job_of();
    const std::uint64_t expected = test::digest(test::run(job, Parallel()));
    for (const auto backend : {Backend::jthread, Backend::tbb})
        for (const int threads : {1, 2, 3, 8})
            for (const std::uint64_t batch : {1u, 4u})
                EXPECT_EQ(test::digest(test::run(job, Parallel(backend, threads), batch)),
                          expected);
    test::Rows sharded;
    Job shard = job;
    shard.shards = 2;
    for (shard.shard = 0; shard.shard < 2; ++shard.shard)
        for (auto& [member, outcome] : test::run(shard, Parallel())) sharded[member] = outcome;
    EXPECT_EQ(test::digest(sharded), expected);
}

TEST(DrawnWeights, OfAResumedAndOfAMergedFileAreThoseOfOneJob) {
    const testing::Scratch scratch;
    const Job job = job_of();
    store(scratch / "whole.h5", job, Start::fresh);
    const std::string whole = files::read_file(scratch / "whole.h5");
    store(scratch / "resumed.h5", job, Start::fresh, 4);
    store(scratch / "resumed.h5", job, Start::resume);
    EXPECT_EQ(files::read_file(scratch / "resumed.h5"), whole);
    Job shard = job;
    shard.shards = 2;
    for (shard.shard = 0; shard.shard < 2; ++shard.shard)
        store(scratch / (shard.shard == 0 ? "0.h5" : "1.h5"), shard, Start::fresh);
    merge({scratch / "0.h5", scratch / "1.h5"}, scratch / "merged.h5");
    EXPECT_EQ(files::read_file(scratch / "merged.h5"), whole);
}

TEST(DrawnWeights, AreVerified) {
    const testing::Scratch scratch;
    const Job job = job_of();
    store(scratch / "whole.h5", job, Start::fresh);
    const Results stored = Results::open(scratch / "whole.h5");
    for (std::size_t m = 0; m < members; ++m)
        EXPECT_TRUE(analysis::rerun(job, stored, m, {"serial", 1, 0}).empty());
    EXPECT_FALSE(analysis::rerun(job_of(0), stored, 0, {"serial", 1, 0}).empty())
        << "as if they had not been drawn";
}

TEST(DrawnWeights, StayAtAPointThatHoldsAnother) {
    Job job = job_of();
    job.options = {"none"};
    job.points = {{"animus.mass"}, {{1}, {5}}};
    const std::size_t animus = position_of(*job.world, "animus.mass"),
                      scale = position_of(*job.world, "decision.scale");
    for (const MemberRow& row : rows_of(job)) {
        EXPECT_EQ(row.by_option[0].parameters[animus], 1);
        EXPECT_EQ(row.by_option[1].parameters[animus], 5);
        EXPECT_EQ(row.by_option[0].parameters[scale], row.by_option[1].parameters[scale]);
    }
}

}  // namespace
}  // namespace forestall
