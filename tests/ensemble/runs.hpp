// SPDX-License-Identifier: Apache-2.0
// Ensembles of the country at war, and what comes out of them by member.
#pragma once
#include <atomic>
#include <map>
#include <memory>

#include "core/hash.hpp"
#include "engine/worlds.hpp"
#include "ensemble/job.hpp"

namespace forestall::test {

inline Job job_of(const WorldTables& tables, std::uint64_t members) {
    Job job;
    job.world = std::make_shared<const World>(World::build(tables));
    job.seed = 2030;
    job.members = members;
    return job;
}

inline Job war_job(const Kind& kind, std::uint64_t members) {
    return job_of(country_at_war(kind), members);
}

using Rows = std::map<std::uint64_t, MemberOutcome>;

inline Rows run(const Job& job, const Parallel& parallel, std::uint64_t batch = 3) {
    Rows rows;
    const std::atomic<bool> stop{false};
    run_ensemble(job, shard_members(job), batch, parallel, stop,
                 [&](std::vector<MemberRow>&& some) {
                     for (MemberRow& row : some) rows[row.member] = std::move(row.by_option.at(0));
                 });
    return rows;
}

/// Of everything that is recorded, in order of member.
inline std::uint64_t digest(const Rows& rows) {
    StateHash h;
    for (const auto& [member, outcome] : rows) {
        h.add(member);
        h.add(outcome.hash);
        for (const auto& series : outcome.series) h.add_range(series);
        for (const auto& places : outcome.per_place) h.add_range(places);
        h.add_range(outcome.scalars);
        h.add_range(outcome.parameters);
    }
    return h.digest();
}

}  // namespace forestall::test
