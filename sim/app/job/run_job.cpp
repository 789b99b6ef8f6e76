// SPDX-License-Identifier: Apache-2.0
#include "app/job/run_job.hpp"

#include <fmt/format.h>

#include "app/frame/build_info.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/failure.hpp"
#include "app/frame/interrupt.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/progress.hpp"
#include "app/job/design_table.hpp"
#include "app/job/estimate.hpp"
#include "app/job/resume_line.hpp"
#include "app/job/session.hpp"

namespace forestall::app {
namespace {

int stopped_early(const JobRequest& request, const PartStore& store, const Progress& progress,
                  Ended ended, const Invocation& invocation) {
    const std::string line = resume_line(invocation.words);
    const std::size_t done = store.done_members().size();
    const int code = ended == Ended::interrupted ? exit_code::interrupted : exit_code::stopped;
    say(fmt::format("stopped {}; {} are kept in {}",
                    ended == Ended::interrupted ? "by a signal" : "at the time limit",
                    counted(done, "member", "members"), store.parts_directory()));
    say("to continue: " + line);
    if (invocation.common.json) {
        Json answer = about_job(request.out, request.job, progress.seconds());
        answer["complete"] = false;
        answer["members_done"] = done;
        answer["resume"] = line;
        answer["exit_code"] = code;
        print_json(answer);
    }
    return code;
}

/// The system or we failed while results were on their way: say what is kept.
int failed(const JobRequest& request, const PartStore& store, const Progress& progress,
           const Invocation& invocation) {
    const Failure failure = failure_now();
    const std::string line = resume_line(invocation.words);
    const std::size_t done = store.done_members().size();
    Json answer = about_job(request.out, request.job, progress.seconds());
    answer["complete"] = false;
    answer["members_done"] = done;
    answer["resume"] = line;
    tell(failure, invocation.common.json, std::move(answer));
    say(fmt::format("{} are kept in {}", counted(done, "member", "members"),
                    store.parts_directory()));
    say("to continue: " + line);
    return failure.code;
}

Ended computed(const JobRequest& request, Work& work) {
    const bool until = request.until.asked();
    const Enough enough = until ? compute_until(request.until, work)
                                : Enough{compute_missing(work, request.job.members)};
    if (enough.ended != Ended::complete) return enough.ended;
    work.progress.phase("writing " + request.out);
    if (until)
        finish_with_first(work, enough.members);
    else
        work.store.finish();
    return enough.ended;
}

}  // namespace

Json about_job(const std::string& out, const Job& job, double seconds) {
    Json answer = {{"members", job.members},
                   {"options", job.options},
                   {"seconds", seconds},
                   {"seed", job.seed},
                   {"shard", job.shard},
                   {"shards", job.shards},
                   {"file", out}};
    add_design(answer, job.points);
    return answer;
}

int run_job(const JobRequest& request, const Invocation& invocation,
            const std::function<int(const Progress&)>& finished) {
    const Job& job = request.job;
    const std::uint64_t in_shard = (job.members - job.shard + job.shards - 1) / job.shards;
    const int threads = invocation.common.threads;
    const JobSize size = job_size(*job.world, in_shard, columns(job), threads, job.continuations);
    refuse_hopeless(size, in_shard, job.members);
    refuse_large_world(*job.world, columns(job), threads, in_shard, job.continuations);
    const bool quiet = invocation.common.quiet;
    if (const std::string warning = disk_warning(size, request.out); !warning.empty() && !quiet)
        say("warning: " + warning);

    const Parallel parallel = invocation.common.parallel();
    const Interrupt interrupt;
    PartStore store(request.out, header_of(job, program_build()), shard_members(job),
                    request.start);
    if (!quiet) say_diagnostics(store.warnings());
    const std::size_t there = store.done_members().size();
    if (there > 0 && !quiet)
        say(fmt::format("{} are there already", counted(there, "member", "members")));
    Progress progress("members", in_shard, there, quiet);
    try {
        const WorkLimits limits{request.time_limit, size.raw_bytes_per_member};
        Work work{job, store, parallel, limits, interrupt, progress};
        const Ended ended = computed(request, work);
        progress.clear();
        if (ended != Ended::complete)
            return stopped_early(request, store, progress, ended, invocation);
    } catch (...) {
        progress.clear();
        return failed(request, store, progress, invocation);
    }
    return finished(progress);
}

}  // namespace forestall::app
