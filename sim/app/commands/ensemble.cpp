// SPDX-License-Identifier: Apache-2.0
// `forestall ensemble DIR --members N -o out.h5`: the main job. Many members of one scenario under different luck and
// parameters. May be killed at any moment; --resume ends in the same bytes.
#include <fmt/format.h>

#include "app/batches.hpp"
#include "app/build_info.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/errors.hpp"
#include "app/estimate.hpp"
#include "app/exit_code.hpp"
#include "app/failure.hpp"
#include "app/numbers.hpp"
#include "app/options.hpp"
#include "app/resume_line.hpp"
#include "app/session.hpp"
#include "app/summary.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

struct Wish {
    std::string dir;
    std::string out;
    std::uint64_t members = 0;
    std::string options = "none";
    std::string shard = "0/1";
    bool resume = false;
    bool overwrite = false;
    double time_limit = 0;
};

Start start_of(const Wish& wish) {
    return wish.resume ? Start::resume : wish.overwrite ? Start::overwrite : Start::fresh;
}

Job job_of(const Wish& wish, const Session& session, std::uint64_t seed) {
    if (wish.members == 0) throw UsageError("an ensemble needs members", "for instance --members 100");
    Job job = job_of(session, seed, wish.members);
    job.options = parse_options(wish.options, *session.world);
    const Shard shard = parse_shard(wish.shard);
    job.shard = shard.index;
    job.shards = shard.count;
    if (job.shard >= job.members)
        throw UsageError(fmt::format("--shard {} of {} members is empty", wish.shard, job.members), "use fewer shards");
    return job;
}

/// What is asked for and how far it is; the keys of every JSON answer.
Json about(const Wish& wish, const Job& job, double seconds) {
    return {{"members", job.members}, {"options", job.options}, {"seconds", seconds}, {"seed", job.seed},
            {"shard", job.shard},     {"shards", job.shards},   {"file", wish.out}};
}

int finished(const Wish& wish, const Job& job, const Progress& progress, bool json) {
    const Results results = Results::open(wish.out);
    const std::string hash = ensemble_hash(results);
    if (json) {
        Json answer = about(wish, job, progress.seconds());
        answer["complete"] = true;
        answer["members_in_file"] = results.members().size();
        answer["ensemble_hash"] = hash;
        print_json(answer);
        return exit_code::done;
    }
    print(fmt::format(
        "{}\n{}, {}, seed {}; {}\n\n{}\nResults: {} (hash {})\n", results.header().title,
        counted(results.members().size(), "member", "members"),
        job.options.size() == 1 ? "option " + job.options[0] : fmt::format("{} options", job.options.size()), job.seed,
        duration_text(progress.seconds()), summary_text(results), wish.out, hash));
    return exit_code::done;
}

int stopped_early(const Wish& wish, const Job& job, const PartStore& store, const Progress& progress, Ended ended,
                  const Invocation& invocation) {
    const std::string line = resume_line(invocation.words);
    const std::size_t done = store.done_members().size();
    const int code = ended == Ended::interrupted ? exit_code::interrupted : exit_code::stopped;
    say(fmt::format("stopped {}; {} are kept in {}", ended == Ended::interrupted ? "by a signal" : "at the time limit",
                    counted(done, "member", "members"), store.parts_directory()));
    say("to continue: " + line);
    if (invocation.common.json) {
        Json answer = about(wish, job, progress.seconds());
        answer["complete"] = false;
        answer["members_done"] = done;
        answer["resume"] = line;
        answer["exit_code"] = code;
        print_json(answer);
    }
    return code;
}

/// The system or we failed while results were on their way: say what is kept.
int failed(const Wish& wish, const Job& job, const PartStore& store, const Progress& progress,
           const Invocation& invocation) {
    const Failure failure = failure_now();
    const std::string line = resume_line(invocation.words);
    const std::size_t done = store.done_members().size();
    Json answer = about(wish, job, progress.seconds());
    answer["complete"] = false;
    answer["members_done"] = done;
    answer["resume"] = line;
    tell(failure, invocation.common.json, std::move(answer));
    say(fmt::format("{} are kept in {}", counted(done, "member", "members"), store.parts_directory()));
    say("to continue: " + line);
    return failure.code;
}

int ensemble(const Wish& wish, const Invocation& invocation) {
    const auto session = open_session(wish.dir, invocation);
    if (!session) return exit_code::bad_input;
    const Job job = job_of(wish, *session, invocation.common.seed);
    const std::uint64_t in_shard = (job.members - job.shard + job.shards - 1) / job.shards;
    const JobSize size = job_size(*job.world, in_shard, job.options.size());
    refuse_hopeless(size, in_shard, job.members);
    const bool quiet = invocation.common.quiet;
    if (const std::string warning = disk_warning(size, wish.out); !warning.empty() && !quiet)
        say("warning: " + warning);

    const Parallel parallel = invocation.common.parallel();
    const Interrupt interrupt;
    PartStore store(wish.out, header_of(job, program_build()), shard_members(job), start_of(wish));
    if (!quiet) say_diagnostics(store.warnings());
    const std::size_t there = store.done_members().size();
    if (there > 0 && !quiet) say(fmt::format("{} are there already", counted(there, "member", "members")));
    Progress progress("members", in_shard, there, quiet);
    try {
        const BatchLimits limits{wish.time_limit, size.raw_bytes_per_member};
        const Ended ended = compute_missing(job, store, parallel, limits, interrupt, progress);
        if (ended == Ended::complete) {
            progress.phase("writing " + wish.out);
            store.finish();
        }
        progress.clear();
        if (ended != Ended::complete) return stopped_early(wish, job, store, progress, ended, invocation);
    } catch (...) {
        progress.clear();
        return failed(wish, job, store, progress, invocation);
    }
    return finished(wish, job, progress, invocation.common.json);
}

}  // namespace

void add_ensemble(Program& program) {
    const auto wish = std::make_shared<Wish>();
    CLI::App& command =
        program.add({"ensemble", "Runs many members of a scenario under different luck and parameters: the main job",
                     "forestall ensemble scenarios/two-rivers --members 100 -o out.h5\n"
                     "forestall ensemble scenarios/two-rivers --members 100 -o out.h5 --resume\n"
                     "forestall ensemble scenarios/two-rivers --members 1000 --shard 1/4 -o part1.h5"},
                    [wish](const Invocation& invocation) { return ensemble(*wish, invocation); });
    command.add_option("DIR", wish->dir, "the scenario's directory")->required();
    command.add_option("--members", wish->members, "how many members")
        ->check(whole_number())
        ->required()
        ->type_name("N");
    command.add_option("--options", wish->options, "options to run, separated by commas, or all (default none)")
        ->type_name("A,B");
    command.add_option("-o,--output", wish->out, "results file")->required()->type_name("FILE");
    CLI::Option* resume = command.add_flag("--resume", wish->resume, "continue an unfinished run");
    command.add_flag("--overwrite", wish->overwrite, "discard an unfinished run and begin anew")->excludes(resume);
    command.add_option("--shard", wish->shard, "compute only part i of n; join the files with `forestall merge`")
        ->type_name("I/N");
    command.add_option("--time-limit", wish->time_limit, "stop after so many seconds, keep what is done, exit with 75")
        ->check(CLI::PositiveNumber.description(""))
        ->type_name("SECONDS");
}

}  // namespace forestall::app
