// SPDX-License-Identifier: Apache-2.0
// `forestall run DIR -o run.h5`: one member with every detail, by place and step, and its events.
#include <fmt/format.h>

#include <chrono>

#include "app/frame/build_info.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output_file.hpp"
#include "app/job/estimate.hpp"
#include "app/job/options.hpp"
#include "app/job/scheduled_dead.hpp"
#include "app/job/session.hpp"
#include "app/job/summary.hpp"
#include "core/hash.hpp"
#include "results/reader.hpp"
#include "results/run_file.hpp"

namespace forestall::app {
namespace {

struct Wish {
    std::string dir;
    OutputWish out;
    std::string option = "none";
    std::uint64_t member = 0;
};

int run(const Wish& wish, const Invocation& invocation) {
    const files::Existing existing = output::check_file(wish.out.path, wish.out.rule({wish.dir}));
    const auto session = open_session(wish.dir, invocation);
    if (!session) return exit_code::bad_input;
    if (wish.member >= most_members)
        throw UsageError(fmt::format("there is no member {}", wish.member),
                         fmt::format("0 to {}", most_members - 1));
    Job job = job_of(*session, invocation.common.seed, wish.member + 1);
    job.options = parse_options(wish.option, *session->world);
    if (job.options.size() != 1) throw UsageError("a run has one option", "name one with --option");
    refuse_large_world(*session->world, 1, invocation.common.threads, 1);

    const auto start = std::chrono::steady_clock::now();
    const Parallel parallel = invocation.common.parallel();
    RunDetail detail;
    RunRequest request;
    request.seed = job.seed;
    request.member = wish.member;
    request.option = job.options[0];
    request.parallel = &parallel;
    request.detail = &detail;
    const MemberOutcome outcome = run_member(*job.world, request);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    write_run(wish.out.path, header_of(job, program_build()), wish.member, outcome, detail,
              existing);

    const Results results = Results::open(wish.out.path);
    const auto dead = scheduled_dead(results, *job.world, job.seed);
    if (invocation.common.json) {
        print_json({{"member", wish.member},
                    {"option", job.options[0]},
                    {"seed", job.seed},
                    {"seconds", seconds},
                    {"member_hash", to_hex(outcome.hash)},
                    {"events", detail.events.size()},
                    {"scheduled_dead", scheduled_dead_json(dead)},
                    {"file", wish.out.path}});
        return exit_code::done;
    }
    print(fmt::format(
        "{}\nmember {}, option {}, seed {}; {}\n\n{}\nResults: {} with {} (member hash {})\n",
        one_line(job.world->settings().title), wish.member, job.options[0], job.seed,
        duration_text(seconds), summary_text(results) + scheduled_dead_text(dead),
        one_line(wish.out.path), counted(detail.events.size(), "event", "events"),
        to_hex(outcome.hash)));
    return exit_code::done;
}

}  // namespace

void add_run(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"run", "Runs one member and keeps every detail by place and step, and the events",
         "forestall run scenarios/two-rivers --member 17 -o run.h5"},
        [wish](const Invocation& invocation) { return run(*wish, invocation); });
    command.add_option("DIR", wish->dir, "the scenario's directory").required();
    command.add_option("--option", wish->option, "what is done (default none)").type_name("NAME");
    command.add_option("--member", wish->member, "which member of the ensemble (default 0)")
        .check(whole_number(0, most_members - 1))
        .type_name("K");
    add_output(command, wish->out, "results file").required();
}

}  // namespace forestall::app
