// SPDX-License-Identifier: Apache-2.0
#include "ensemble/job.hpp"

#include <algorithm>
#include <iterator>
#include <mutex>

namespace forestall {

std::vector<std::uint64_t> shard_members(const Job& job) {
    std::vector<std::uint64_t> out;
    for (std::uint64_t m = job.shard; m < job.members; m += job.shards) out.push_back(m);
    return out;
}

std::shared_ptr<const World> world_at(const Job& job, std::size_t point) {
    if (job.points.empty()) return job.world;
    return std::make_shared<const World>(
        job.world->holding(job.points.held, job.points.values.at(point)));
}

void run_ensemble(const Job& job, std::span<const std::uint64_t> members, std::uint64_t batch,
                  const Parallel& parallel, const std::atomic<bool>& stop,
                  const std::function<void(std::vector<MemberRow>&&)>& sink) {
    std::mutex one_at_a_time;
    // Few members leave cores idle in the outer loop: then a member's own loops are parallel as
    // well. Either way the bits are the same.
    const bool few =
        members.size() * columns(job) < 4 * static_cast<std::size_t>(parallel.threads());
    const std::uint64_t per_batch = std::max<std::uint64_t>(1, batch);
    parallel.for_chunks(members.size(), per_batch, [&](std::size_t begin, std::size_t end) {
        if (stop.load(std::memory_order_relaxed)) return;
        std::vector<MemberRow> rows(end - begin);
        for (std::size_t i = begin; i < end; ++i) {
            rows[i - begin].member = members[i];
            RunRequest request;
            request.seed = job.seed;
            request.member = members[i];
            if (few) request.parallel = &parallel;
            for (std::size_t p = 0; p < job.points.count(); ++p) {
                auto here = run_options(*world_at(job, p), request, job.options, job.continuations);
                std::move(here.begin(), here.end(), std::back_inserter(rows[i - begin].by_option));
            }
        }
        const std::scoped_lock lock(one_at_a_time);
        sink(std::move(rows));
    });
}

}  // namespace forestall
