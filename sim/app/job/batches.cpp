// SPDX-License-Identifier: Apache-2.0
#include "app/job/batches.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace forestall::app {
namespace {

constexpr double shortest_batch_seconds = 1.5;
constexpr double longest_batch_seconds = 60;
constexpr double batches_per_thread =
    300;  ///< of a long job, so that parts do not become countless
constexpr double most_batch_bytes = 64e6;

}  // namespace

std::uint64_t batch_size(double seconds, std::uint64_t left, int threads, double bytes_per_member) {
    if (left == 0) return 1;
    const auto workers = static_cast<double>(std::max(1, threads));
    const auto members = static_cast<double>(left);
    const double all = seconds * members / workers;
    const double target =
        std::clamp(all / batches_per_thread, shortest_batch_seconds, longest_batch_seconds);
    double batch = seconds > 0 ? target / seconds : members;
    batch = std::min(batch, members / (4 * workers));  // enough batches for threads to end together
    if (bytes_per_member > 0) batch = std::min(batch, most_batch_bytes / bytes_per_member);
    return batch < 1 ? 1 : static_cast<std::uint64_t>(batch);
}

Ended compute_missing(Work& work, std::uint64_t below) {
    auto& [job, store, parallel, limits, interrupt, progress] = work;
    const std::vector<std::uint64_t> missing = store.missing_members(0, below);
    std::atomic<bool>& stop = interrupt.stop();
    const auto sink = [&work, &stop](std::vector<MemberRow>&& rows) {
        const std::size_t count = rows.size();
        try {
            work.store.append(std::move(rows));
        } catch (...) {
            stop = true;  // no use computing what cannot be kept
            throw;
        }
        work.progress.advance(count);
        const double limit = work.limits.seconds;
        if (limit > 0 && work.progress.seconds() >= limit) stop = true;
    };
    const auto run = [&work, &stop, &sink](std::span<const std::uint64_t> members,
                                           std::uint64_t batch) {
        run_ensemble(work.job, members, batch, work.parallel, stop, sink);
    };
    // The first members, one a thread, tell how long one takes.
    const auto threads = static_cast<std::size_t>(std::max(1, parallel.threads()));
    const std::size_t first = std::min(threads, missing.size());
    const double before = progress.seconds();
    run(std::span(missing).first(first), 1);
    if (first < missing.size() && !stop) {
        const double seconds = (progress.seconds() - before) * static_cast<double>(threads) /
                               static_cast<double>(first);
        const std::uint64_t left = missing.size() - first;
        run(std::span(missing).subspan(first),
            batch_size(seconds, left, parallel.threads(), limits.bytes_per_member));
    }
    if (store.missing_members(0, below).empty()) return Ended::complete;
    return interrupt.signalled() ? Ended::interrupted : Ended::out_of_time;
}

}  // namespace forestall::app
