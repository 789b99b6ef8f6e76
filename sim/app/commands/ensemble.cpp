// SPDX-License-Identifier: Apache-2.0
// `forestall ensemble DIR --members N -o out.h5`: the main job. Many members of one scenario under
// different luck and parameters. May be killed at any moment; --resume ends in the same bytes.
#include <fmt/format.h>

#include "app/comparison/precision.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output_file.hpp"
#include "app/job/design_table.hpp"
#include "app/job/estimate.hpp"
#include "app/job/held.hpp"
#include "app/job/next_step.hpp"
#include "app/job/options.hpp"
#include "app/job/run_job.hpp"
#include "app/job/scheduled_dead.hpp"
#include "app/job/session.hpp"
#include "app/job/summary.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

struct Wish {
    std::string dir;
    OutputWish out;
    std::uint64_t members = 0;
    std::string options = baseline_option;
    bool no_baseline = false;
    std::vector<std::string> sets;
    std::string shard = "0/1";
    double time_limit = 0;
    std::string until;
};

Job job_of(const Wish& wish, const Session& session, std::uint64_t seed) {
    if (wish.members == 0)
        throw UsageError("an ensemble needs members", "for instance --members 100");
    Job job = job_of(session, seed, wish.members);
    job.options = wish.no_baseline ? without_baseline(wish.options, *session.world)
                                   : with_baseline(parse_options(wish.options, *session.world));
    job.points = points_of(wish.sets, *session.world);
    const Shard shard = parse_shard(wish.shard);
    job.shard = shard.index;
    job.shards = shard.count;
    if (job.shard >= job.members)
        throw UsageError(fmt::format("--shard {} of {} members is empty", wish.shard, job.members),
                         "use fewer shards");
    return job;
}

int finished(const Wish& wish, Job job, const Precision& asked, const Progress& progress,
             bool json) {
    const Results results = Results::open(wish.out.path);
    if (asked.until.asked()) job.members = results.members().size();
    const std::string hash = ensemble_hash(results);
    const bool design = !job.points.empty();
    const auto dead =
        design ? std::vector<ScheduledDead>() : scheduled_dead(results, *job.world, job.seed);
    if (json) {
        Json answer = about_job(wish.out.path, job, progress.seconds());
        answer["complete"] = true;
        answer["members_in_file"] = results.members().size();
        answer["ensemble_hash"] = hash;
        answer["scheduled_dead"] = scheduled_dead_json(dead);
        if (asked.width > 0) answer["until"] = reached_json(results, asked.width);
        print_json(answer);
        return exit_code::done;
    }
    print(fmt::format(
        "{}\n{}, {}, seed {}; {}\n{}\n{}\nResults: {} (ensemble hash {})\n{}",
        one_line(results.header().title), counted(results.members().size(), "member", "members"),
        job.options.size() == 1 ? "option " + job.options[0]
                                : fmt::format("{} options", job.options.size()),
        job.seed, duration_text(progress.seconds()),
        asked.width > 0 ? reached_text(results, asked.width, progress) : "",
        design ? design_text(results) : summary_text(results) + scheduled_dead_text(dead),
        one_line(wish.out.path), hash, next_step(job, wish.dir, wish.out.path)));
    return exit_code::done;
}

int ensemble(const Wish& wish, const Invocation& invocation) {
    output::check_file(wish.out.path, wish.out.rule_in_parts({wish.dir}));
    const auto session = open_session(wish.dir, invocation);
    if (!session) return exit_code::bad_input;
    Job job = job_of(wish, *session, invocation.common.seed);
    const Precision asked = precision_of(wish.until, job);
    if (asked.until.asked() && wish.out.resume)
        job = as_finished(std::move(job), asked.until, wish.out.path);
    return run_job({job, wish.out.path, wish.out.start(), wish.time_limit, asked.until}, invocation,
                   [&](const Progress& progress) {
                       return finished(wish, job, asked, progress, invocation.common.json);
                   });
}

}  // namespace

void add_ensemble(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"ensemble",
         "Runs many members of a scenario under different luck and parameters: the main job",
         "forestall ensemble scenarios/two-rivers --options all --members 200 -o out.h5\n"
         "forestall compare out.h5\n"
         "forestall ensemble scenarios/two-rivers --options all --members 200 -o out.h5 --resume\n"
         "forestall ensemble scenarios/two-rivers --options all --members 2000 --until 20% -o "
         "u.h5\n"
         "forestall ensemble scenarios/two-rivers --members 1000 --shard 1/4 -o part1.h5\n"
         "forestall ensemble scenarios/two-rivers --members 200 --set animus.mass=2,3,4 -o set.h5"},
        [wish](const Invocation& invocation) { return ensemble(*wish, invocation); });
    command.add_option("DIR", wish->dir, "the scenario's directory").required();
    command.add_option("--members", wish->members, "how many members")
        .check(whole_number(1, most_members))
        .required()
        .type_name("N");
    command
        .add_option("--options", wish->options,
                    "options to run, separated by commas, or all (default none)")
        .type_name("A,B");
    command
        .add_option("--set", wish->sets,
                    "hold a parameter at values, each a point of the file; several --set cross")
        .one_each()
        .type_name("NAME=A,B,…");
    command.add_flag("--no-baseline", wish->no_baseline,
                     "leave out 'none', doing nothing, which --options includes otherwise");
    add_resumable_output(command, wish->out, "results file");
    command
        .add_option("--shard", wish->shard,
                    "compute only part i of n; join the files with `forestall merge`")
        .type_name("I/N");
    command
        .add_option(
            "--until", wish->until,
            "stop as soon as the effect of each option on the deaths of a typical future is "
            "known to this share (\"20%\"), or after this time (\"5 min\"), with --members "
            "at most")
        .type_name("X");
    command
        .add_option("--time-limit", wish->time_limit,
                    "stop after this many seconds, keep what is done, exit with 75")
        .check(number(0, 1e9, true))
        .type_name("SECONDS");
}

}  // namespace forestall::app
