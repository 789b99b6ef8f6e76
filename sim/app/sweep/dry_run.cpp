// SPDX-License-Identifier: Apache-2.0
#include "app/sweep/dry_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "app/frame/numbers.hpp"
#include "app/job/design_table.hpp"
#include "app/job/estimate.hpp"

namespace forestall::app {
namespace {

/// Seconds that one row of one point takes on one thread.
double seconds_a_row(const Job& job) {
    const std::size_t last = job.points.count() - 1;
    const std::set<std::size_t> tried{0, last / 2, last};
    const auto start = std::chrono::steady_clock::now();
    RunRequest request;
    request.seed = job.seed;
    for (const std::size_t point : tried)
        run_options(*world_at(job, point), request, job.options, job.continuations);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    return taken.count() / static_cast<double>(tried.size());
}

}  // namespace

Forecast forecast(const Job& job, const Invocation& invocation) {
    Forecast out;
    out.runs = job.members * columns(job);
    const JobSize size = job_size(*job.world, job.members, columns(job), invocation.common.threads,
                                  job.continuations);
    out.memory_bytes = size.memory_bytes;
    out.file_bytes = size.file_bytes;
    const int threads = std::max(1, invocation.common.parallel().threads());
    const double rows = static_cast<double>(job.members) * static_cast<double>(job.points.count());
    out.seconds = seconds_a_row(job) * rows / threads;
    return out;
}

std::string forecast_text(const Job& job, const Forecast& f) {
    return fmt::format(
        "{} of {} under {}: {}\nabout {} here, {} of memory, a file of {}\n",
        counted(job.points.count(), "point", "points"), counted(job.members, "member", "members"),
        counted(job.options.size(), "option", "options"), counted(f.runs, "run", "runs"),
        duration_text(f.seconds), size_text(f.memory_bytes), size_text(f.file_bytes));
}

Json forecast_json(const Job& job, const Forecast& f) {
    Json out = {
        {"members", job.members}, {"options", job.options},         {"runs", f.runs},
        {"seconds", f.seconds},   {"memory_bytes", f.memory_bytes}, {"file_bytes", f.file_bytes}};
    add_design(out, job.points);
    return out;
}

}  // namespace forestall::app
