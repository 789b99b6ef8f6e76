// SPDX-License-Identifier: Apache-2.0
// `forestall sweep EXPERIMENT.toml -o out.h5`: a design of points, with members at each, in one
// file. The long form of `ensemble --set`.
#include <fmt/format.h>

#include "analysis/expression/of_results.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output_file.hpp"
#include "app/job/design_table.hpp"
#include "app/job/options.hpp"
#include "app/job/run_job.hpp"
#include "app/job/summary.hpp"
#include "app/sweep/dry_run.hpp"
#include "app/sweep/precise.hpp"
#include "app/sweep/prepared.hpp"

namespace forestall::app {
namespace {

struct Wish {
    std::string path;
    OutputWish out;
    Argument out_given;
    std::string shard = "0/1";
    double time_limit = 0;
    bool dry = false;
};

Job job_of(const Prepared& prepared, const Wish& wish, std::uint64_t seed) {
    Job job = job_of(prepared.session, seed, prepared.experiment.members);
    if (!prepared.experiment.options.empty()) job.options.clear();
    for (const Placed& option : prepared.experiment.options) job.options.push_back(option.text);
    job.points = prepared.points;
    const Shard shard = parse_shard(wish.shard);
    job.shard = shard.index;
    job.shards = shard.count;
    if (job.shard >= job.members)
        throw UsageError(fmt::format("--shard {} of {} members is empty", wish.shard, job.members),
                         "use fewer shards");
    return job;
}

/// The precision that the experiment asks for of its first outcome.
Until until_of(const Experiment& experiment, const Job& job) {
    if (experiment.precision <= 0) return {};
    const std::string& text = experiment.outcomes.front().expression.text;
    const auto compiled = expression::compile(text);
    if (compiled.dimensions != 1)
        throw InputError(
            fmt::format("precision is of an outcome with a number for each member, and "
                        "{} takes members together",
                        one_line(text)),
            "put another outcome first");
    if (job.shards > 1)
        throw UsageError("shards do not see each other's members, which a precision needs",
                         "leave out --shard, or `precision` in the experiment");
    return {.enough = [term = compiled.term, share = experiment.precision](const Results& r) {
        return precise_enough(r, term, share);
    }};
}

int finished(const Wish& wish, const Prepared& prepared, Job job, const Progress& progress,
             bool json) {
    const Results results = Results::open(wish.out.path);
    if (job.shards == 1) job.members = results.members().size();
    const std::string hash = ensemble_hash(results);
    if (json) {
        Json answer = about_job(wish.out.path, job, progress.seconds());
        answer["complete"] = true;
        answer["members_in_file"] = results.members().size();
        answer["ensemble_hash"] = hash;
        answer["method"] = design::method_words.string(prepared.experiment.design.method);
        print_json(answer);
        return exit_code::done;
    }
    print(fmt::format(
        "{}\n{} of {}, {}; {}\n{}\nResults: {} (ensemble hash {})\n",
        one_line(results.header().title), counted(job.points.count(), "point", "points"),
        counted(results.members().size(), "member", "members"),
        design::method_words.text(prepared.experiment.design.method),
        duration_text(progress.seconds()), design_text(results), one_line(wish.out.path), hash));
    return exit_code::done;
}

int sweep(const Wish& wish, const Invocation& invocation) {
    if (!wish.dry && !wish.out_given.given())
        throw UsageError("a sweep needs a file to write", "-o out.h5, or --dry-run");
    const auto ready = prepared(wish.path, invocation);
    if (!ready) return exit_code::bad_input;
    Job job = job_of(*ready, wish, invocation.common.seed);
    const Until until = until_of(ready->experiment, job);
    if (wish.dry) {
        const Forecast f = forecast(job, invocation);
        if (invocation.common.json)
            print_json(forecast_json(job, f));
        else
            print(forecast_text(job, f));
        return exit_code::done;
    }
    std::vector<std::string> inputs{ready->scenario, wish.path};
    if (!ready->list.empty()) inputs.push_back(ready->list);
    output::check_file(wish.out.path, wish.out.rule_in_parts(inputs));
    if (until.asked() && wish.out.resume) job = as_finished(std::move(job), until, wish.out.path);
    return run_job({job, wish.out.path, wish.out.start(), wish.time_limit, until}, invocation,
                   [&](const Progress& progress) {
                       return finished(wish, *ready, job, progress, invocation.common.json);
                   });
}

}  // namespace

void add_sweep(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command =
        program.add({"sweep", "Runs a design of points of a scenario, with members at each",
                     "forestall sweep scenarios/experiments/two-rivers-weights.toml --dry-run\n"
                     "forestall sweep scenarios/experiments/two-rivers-weights.toml -o sweep.h5\n"
                     "forestall sensitivity sweep.h5"},
                    [wish](const Invocation& invocation) { return sweep(*wish, invocation); });
    command.add_option("EXPERIMENT", wish->path, "the experiment, a TOML file").required();
    command.add_flag(
        "--dry-run", wish->dry,
        "check everything, run one member at three points, and say what the sweep would take");
    wish->out_given = add_output(command, wish->out, "results file");
    command.add_flag(
        "--resume", wish->out.resume,
        "continue an unfinished run of the same job, or leave a finished one as it is");
    command
        .add_option("--shard", wish->shard,
                    "compute only part i of n; join the files with `forestall merge`")
        .type_name("I/N");
    command
        .add_option("--time-limit", wish->time_limit,
                    "stop after this many seconds, keep what is done, exit with 75")
        .check(number(0, 1e9, true))
        .type_name("SECONDS");
}

}  // namespace forestall::app
