// SPDX-License-Identifier: Apache-2.0
// An ensemble as a value: what is asked for, apart from where and how fast it is computed. Two jobs
// with the same canonical description give the same bytes, whatever threads, shards, batches and
// interruptions lay between.
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/parallel.hpp"
#include "engine/engine.hpp"
#include "engine/outcome.hpp"
#include "ensemble/points.hpp"
#include "world/world.hpp"

namespace forestall {

struct Job {
    std::shared_ptr<const World> world;
    std::map<std::string, std::string> scenario_files;  ///< path inside the scenario -> text
    std::uint64_t seed = 1;
    std::uint64_t members = 0;  ///< members are 0 … members-1 of the whole ensemble
    std::vector<std::string> options{"none"};  ///< "none" is do-nothing; order as in the file
    Continuations continuations;  ///< from the states in which the desk first sees each stage
    Points points;                ///< parameters held at values; none: the scenario as it is
    std::uint64_t shard = 0;      ///< this process computes the members m with m % shards == shard
    std::uint64_t shards = 1;
};

/// The scenario as it is run at a point; made when it is asked for, so that memory does not grow
/// with points.
std::shared_ptr<const World> world_at(const Job& job, std::size_t point);
/// Outcomes of one row: options at each point, point by point.
inline std::size_t columns(const Job& job) { return job.points.count() * job.options.size(); }

/// The members of this job's shard, ascending.
std::vector<std::uint64_t> shard_members(const Job& job);

/// Canonical JSON text of a job: everything that decides the bytes (digest of the world, seed,
/// members, options), nothing that does not (threads, shard, paths).
std::string job_description(const Job& job);

/// False for an option that a member was not run under: `decide` drops options on the way.
inline bool was_run(const MemberOutcome& outcome) { return !outcome.series.front().empty(); }

/// One computed row: all options of one member, point by point.
struct MemberRow {
    std::uint64_t member = 0;
    std::vector<MemberOutcome> by_option;
};

/// Computes the given members, in batches; `sink` is called from one thread at a time, with a batch
/// of rows in ascending order of member; batches arrive in any order. Stops between batches when
/// `stop` becomes true. Outer loop over members when there are many, inner loops too when members
/// are few (both through `parallel`).
void run_ensemble(const Job& job, std::span<const std::uint64_t> members, std::uint64_t batch,
                  const Parallel& parallel, const std::atomic<bool>& stop,
                  const std::function<void(std::vector<MemberRow>&&)>& sink);

}  // namespace forestall
