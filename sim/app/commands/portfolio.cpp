// SPDX-License-Identifier: Apache-2.0
// `forestall portfolio DIR --budget X -o out.h5`: looks for combinations of interventions with few
// deaths, few displaced and little cost that a budget can pay for, and measures the best of them on
// members that the search never used.
#include <fmt/format.h>

#include <cmath>
#include <filesystem>

#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/interrupt.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output_file.hpp"
#include "app/frame/progress.hpp"
#include "app/job/estimate.hpp"
#include "app/job/options.hpp"
#include "app/job/resume_line.hpp"
#include "app/job/run_job.hpp"
#include "app/job/session.hpp"
#include "app/portfolio/report.hpp"
#include "app/portfolio/request.hpp"

namespace forestall::app {
namespace {

using namespace analysis;

int stopped(const PortfolioRequest& wish, const PortfolioLog& log, const Interrupt& interrupt,
            const Invocation& invocation) {
    const int code = interrupt.signalled() ? exit_code::interrupted : exit_code::stopped;
    const std::string line = resume_line(invocation.words);
    const bool kept = files::exists(wish.unfinished_log());
    say(fmt::format("stopped {}; {}", interrupt.signalled() ? "by a signal" : "at the time limit",
                    kept ? "figures of the generations before are kept in " + wish.unfinished_log()
                         : "no generation was finished, nothing is kept"));
    say("to continue: " + line);
    if (invocation.common.json)
        print_json({{"complete", false},
                    {"portfolios_judged", log.rows()},
                    {"resume", line},
                    {"exit_code", code},
                    {"file", wish.out.path}});
    return code;
}

int tell(const PortfolioRequest& wish, const Job& job, const PortfolioSpace& space,
         const FoundPortfolios& found, double budget, const Progress& whole,
         const Invocation& invocation) {
    const Results results = Results::open(wish.out.path);
    const Parallel parallel = invocation.common.parallel();
    if (!invocation.common.quiet && !found.finalists.empty())
        say("looking up when each part begins");
    PortfolioAnswer answer =
        portfolio_answer(results, job, space, found, wish.search.objectives, wish.discount.value(),
                         {4999, invocation.common.seed, 0.95, &parallel});
    answer.budget = budget;
    if (invocation.common.json) {
        Json out = portfolio_json(answer);
        out["examined"] = found.examined;
        out["search_members"] = wish.members;
        out["sieve_members"] = wish.sieve;
        out["objectives"] = wish.objectives;
        out["left_out"] = space.left_out();
        out["seed"] = invocation.common.seed;
        out["seconds"] = whole.seconds();
        out["file"] = wish.out.path;
        out["log"] = wish.log();
        print_json(out);
        return exit_code::done;
    }
    std::string left_out;
    for (const std::string& one : space.left_out()) left_out += "\nLeft out: " + one;
    print(fmt::format(
        "{}\n{} portfolios of {} candidates for {:.2f} M {}, sought on {} and sieved on {}.\n",
        one_line(results.header().title), thousands(found.examined), space.starts().size(),
        budget / 1e6, answer.currency, counted(wish.members, "member", "members"),
        counted(wish.sieve, "other", "others")));
    print(
        fmt::format("Figures come from {} that played no part in the choice; seed {}; "
                    "{}{}\n\n{}\nResults: {}\nEvery portfolio that was judged: {}\n",
                    counted(answer.members, "fresh member", "fresh members"),
                    invocation.common.seed, duration_text(whole.seconds()), left_out,
                    portfolio_text(answer), one_line(wish.out.path), one_line(wish.log())));
    return exit_code::done;
}

int portfolio(const PortfolioRequest& asked, const Invocation& invocation) {
    PortfolioRequest wish = understood(asked, invocation);
    const PortfolioLimits limits{parse_budget(wish.budget), static_cast<double>(wish.staff)};
    const auto names = parse_interventions(wish.interventions, read_catalogue());
    output::Rule rule = wish.out.rule_in_parts({wish.dir});
    rule.beside = {PortfolioRequest::log_ending, PortfolioRequest::unfinished_log_ending};
    output::check_file(wish.out.path, rule);
    Loaded plain = load_directory(wish.dir);
    if (!plain.tables) {
        open_session(std::move(plain), wish.dir, invocation);
        return exit_code::bad_input;
    }
    if (!wish.discount) wish.discount = plain.tables->settings.discount;
    say_warnings(plain.diagnostics, invocation.common, "forestall check " + shell_quoted(wish.dir));
    const PortfolioSpace space(plain, names, limits);
    if (space.starts().empty())
        throw UsageError("no intervention can begin with this budget and staff",
                         fmt::format("{}", fmt::join(space.left_out(), "; ")));
    const Job empty = space.job({}, {});
    const int threads = invocation.common.threads;
    refuse_hopeless(job_size(*empty.world, wish.fresh, wish.search.finalists + 1, threads),
                    wish.fresh, wish.fresh);
    refuse_large_world(*empty.world, 2, threads);
    PortfolioLog log = open_log(wish, space, limits, invocation.common.quiet);

    const Progress whole("", 0, 0, true);
    std::optional<FoundPortfolios> found;
    {
        const Interrupt interrupt;
        found = run_search(wish, space, log, invocation, interrupt);
        if (!found) return stopped(wish, log, interrupt, invocation);
    }
    std::vector<Portfolio> finalists;
    std::vector<std::string> finalist_names;
    for (const Finalist& f : found->finalists) {
        finalists.push_back(f.portfolio);
        finalist_names.push_back(fmt::format("portfolio-{:02}", finalists.size()));
    }
    Job job = space.job(finalists, finalist_names);
    job.seed = invocation.common.seed;
    job.members = wish.fresh;
    job.options.insert(job.options.end(), finalist_names.begin(), finalist_names.end());
    const double left = wish.time_limit > 0 ? std::max(1e-3, wish.time_limit - whole.seconds()) : 0;
    return run_job({job, wish.out.path, wish.out.start(), left}, invocation, [&](const Progress&) {
        files::write_atomically(wish.log(), log.csv());
        std::error_code ignored;
        std::filesystem::remove(wish.unfinished_log(), ignored);
        return tell(wish, job, space, *found, limits.budget, whole, invocation);
    });
}

}  // namespace

void add_portfolio(Program& program) {
    const auto wish = std::make_shared<PortfolioRequest>();
    const Command command =
        program.add({"portfolio",
                     "Looks for combinations of interventions that a budget can pay for, and "
                     "measures the best afresh",
                     "forestall portfolio scenarios/two-rivers --budget \"20 M USD\" -o front.h5\n"
                     "forestall portfolio scenarios/two-rivers --budget \"5 M USD\" "
                     "--interventions mediation,envoy -o few.h5"},
                    [wish](const Invocation& invocation) { return portfolio(*wish, invocation); });
    const auto whole = [&](const char* name, auto& value, const char* text) {
        return command.add_option(name, value, text)
            .check(whole_number(0, most_members))
            .type_name("N");
    };
    command.add_option("DIR", wish->dir, "the scenario's directory").required();
    command.add_option("--budget", wish->budget, "money over the run, as \"5 M USD\"")
        .required()
        .type_name("X");
    whole("--staff", wish->staff, "people at one time (default: what the scenario says)");
    command.add_option("--interventions", wish->interventions, "only these, separated by commas")
        .type_name("A,B");
    command
        .add_option("--objectives", wish->objectives,
                    "what is reduced: two or all of civilian_deaths, displaced, cost (default all)")
        .type_name("A,B");
    whole("--members", wish->members, "members that guide the search (default 100)");
    whole("--sieve", wish->sieve, "members that the best are then sieved on (default 200)");
    whole("--fresh", wish->fresh, "fresh members that the figures come from (default 400)");
    whole("--population", wish->search.population, "portfolios of a generation (default 24)");
    whole("--generations", wish->search.generations, "generations (default 8)");
    whole("--keep", wish->search.finalists, "list at most this many portfolios (default 12)");
    command
        .add_option("--discount", wish->discount,
                    "discount rate of money a year (default: the scenario's, 0.03 if it has none)")
        .check(number(0, 1))
        .type_name("R");
    command
        .add_option("--time-limit", wish->time_limit,
                    "stop after this many seconds and keep what is done")
        .check(number(0, 1e9, true))
        .type_name("S");
    add_resumable_output(command, wish->out, "results file of the fresh members");
}

}  // namespace forestall::app
