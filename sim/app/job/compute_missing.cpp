// SPDX-License-Identifier: Apache-2.0
#include "app/job/compute_missing.hpp"

#include <vector>

#include "results/row_writer.hpp"

namespace forestall::app {

Ended compute_missing(Work& work, std::uint64_t below) {
    const std::vector<std::uint64_t> missing = work.store.missing_members(0, below);
    std::atomic<bool>& stop = work.interrupt.stop();
    WriterWatch watch{[&work](std::size_t rows) { work.progress.advance(rows); }};
    if (const double limit = work.limits.seconds; limit > 0)
        watch.time_left = [&work, limit] { return limit - work.progress.seconds(); };
    RowWriter writer(work.store, stop, work.limits.bytes_per_member, watch);
    run_ensemble(work.job, missing, 1, work.parallel, stop,
                 [&writer](std::vector<MemberRow>&& rows) { writer.take(std::move(rows)); });
    writer.finish();
    if (work.store.missing_members(0, below).empty()) return Ended::complete;
    return work.interrupt.signalled() ? Ended::interrupted : Ended::out_of_time;
}

}  // namespace forestall::app
