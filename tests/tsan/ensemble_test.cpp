// SPDX-License-Identifier: Apache-2.0
// A whole ensemble on the jthread back-end: ThreadSanitizer has to stay silent, and the bits are
// those of a serial run.
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <memory>

#include "ensemble/job.hpp"
#include "world/builders.hpp"

namespace forestall {
namespace {

Job small_job() {
    WorldTables tables = test::two_towns();
    tables.settings.days = 70;
    tables.settings.start_date = "2030-01-01";
    ScheduledViolence attack;
    attack.first = 10;
    attack.last = 30;
    attack.place = static_cast<PlaceId>(0);
    attack.kind = ViolenceKind::one_sided;
    attack.intensity = 0.8;
    tables.violence.push_back(attack);
    Job job;
    job.world = std::make_shared<World>(World::build(std::move(tables)));
    job.members = 24;
    return job;
}

std::map<std::uint64_t, std::uint64_t> hashes(const Job& job, const Parallel& parallel) {
    std::map<std::uint64_t, std::uint64_t> out;
    const std::atomic<bool> stop{false};
    run_ensemble(job, shard_members(job), 5, parallel, stop, [&](std::vector<MemberRow>&& rows) {
        for (const MemberRow& row : rows) out[row.member] = row.by_option.front().hash;
    });
    return out;
}

TEST(JthreadEnsemble, RunsWithoutARaceAndEqualsTheSerialRun) {
    const Job job = small_job();
    const auto serial = hashes(job, Parallel(Backend::serial));
    EXPECT_EQ(serial.size(), 24u);
    EXPECT_EQ(hashes(job, Parallel(Backend::jthread, 4)), serial);
    EXPECT_EQ(hashes(job, Parallel(Backend::jthread, 3, 12345)), serial);
}

}  // namespace
}  // namespace forestall
