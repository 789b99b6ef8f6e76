// SPDX-License-Identifier: Apache-2.0
// `forestall decide DIR`: spends members where they matter until the best option is known with the
// stated probability, or until it is plain that the difference does not matter.
#include <fmt/format.h>

#include <cmath>

#include "analysis/comparison/outcomes.hpp"
#include "analysis/search/decide_run.hpp"
#include "app/comparison/report.hpp"
#include "app/frame/build_info.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/failure.hpp"
#include "app/frame/interrupt.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output_file.hpp"
#include "app/frame/progress.hpp"
#include "app/job/estimate.hpp"
#include "app/job/options.hpp"
#include "app/job/resume_line.hpp"
#include "app/job/session.hpp"

namespace forestall::app {
namespace {

using namespace analysis;

struct Wish {
    std::string dir;
    OutputWish out;
    std::string options;
    std::string outcome = "civilian_deaths";
    std::string guarantee = "kn";
    DecideWish procedure;
    Argument bound_given;
};

DecideWish procedure_of(const Wish& wish, std::size_t options) {
    const auto names = comparison::outcome_names();
    const std::string stem = wish.outcome.substr(0, wish.outcome.find(':'));
    if (std::find(names.begin(), names.end(), stem) == names.end())
        throw UsageError(fmt::format("there is no outcome '{}'", wish.outcome),
                         fmt::format("there is: {}", fmt::join(names, ", ")));
    if (options < 2)
        throw UsageError("a decision needs at least two options",
                         "for instance --options none,a,b");
    DecideWish out = wish.procedure;
    out.rule = wish.guarantee == "bounded" ? DecideRule::bounded : DecideRule::kn;
    out.less_is_better = stem != "returned";
    if (out.rule == DecideRule::bounded && !(out.bound > 0))
        throw UsageError("--guarantee bounded needs the largest possible outcome",
                         "--bound, for instance the population");
    if (out.rule == DecideRule::kn && wish.bound_given.given())
        throw UsageError("--bound is for --guarantee bounded, and kn takes none",
                         "add --guarantee bounded, or leave --bound out");
    if (!(out.pcs > 1 / static_cast<double>(options) && out.pcs < 1))
        throw UsageError("--pcs must lie between 1 / options and 1", "for instance --pcs 0.95");
    return out;
}

std::string sentence(const Selection& d, const DecideWish& wish,
                     const std::vector<std::string>& names) {
    std::string out = fmt::format("'{}' is chosen", names[d.best]);
    if (d.pcs_reached)
        out += fmt::format(
            ": with probability {:.3g} the rule picks the best, or one within {} of it.", wish.pcs,
            comparison::readable(wish.indifference));
    else
        out += ", but the members ran out before the stated probability was reached.";
    if (d.distinguishable()) return out + " It is clearly better than every other option.";
    std::vector<std::string> open;
    for (const std::size_t o : d.not_told) open.push_back("'" + names[o] + "'");
    return out +
           fmt::format(
               " It is not clearly better than {}: these runs do not show that they are worse. "
               "The rule stops as soon as its pick is sure enough, and an option that falls "
               "behind gets no more members: so members differ, and intervals are wide.",
               fmt::join(open, ", "));
}

Json decision_json(const Selection& d, const DecideWish& wish, const Wish& asked,
                   const std::vector<std::string>& names) {
    Json out = {{"best", names[d.best]},
                {"pcs", wish.pcs},
                {"pcs_reached", d.pcs_reached},
                {"distinguishable", d.distinguishable()},
                {"indifference", wish.indifference},
                {"outcome", asked.outcome},
                {"guarantee", asked.guarantee},
                {"runs", d.runs()},
                {"file", asked.out.path}};
    out["not_told_from_best"] = Json::array();
    for (const std::size_t o : d.not_told) out["not_told_from_best"].push_back(names[o]);
    out["members_used"] = Json::object();
    out["options"] = Json::array();
    for (std::size_t o = 0; o < names.size(); ++o) {
        out["members_used"][names[o]] = d.members_used[o];
        out["options"].push_back({{"name", names[o]},
                                  {"members_used", d.members_used[o]},
                                  {"mean", d.means[o]},
                                  {"difference_from_best", json_of(d.from_best[o])}});
    }
    out["verdict"] = sentence(d, wish, names);
    return out;
}

std::string decision_text(const Selection& d, const DecideWish& wish, const Wish& asked,
                          const std::vector<std::string>& names) {
    using enum Table::Align;
    using comparison::readable;
    Table table({left, right, right, right});
    table.row({"option", "members", "mean", "more than the best (95 %)"});
    for (std::size_t o = 0; o < names.size(); ++o)
        table.row({names[o], thousands(d.members_used[o]), readable(d.means[o]),
                   o == d.best
                       ? "chosen"
                       : fmt::format("{} ({} to {})", readable(d.from_best[o].value),
                                     readable(d.from_best[o].lo), readable(d.from_best[o].hi))});
    return fmt::format("{}, {} runs\n\n{}\nResults: {}\n\n{}\n", asked.outcome, thousands(d.runs()),
                       table.text(), one_line(asked.out.path), sentence(d, wish, names));
}

/// Says what is kept and how to go on; returns the exit code.
int stopped(const Wish& wish, const DecideRun& run, const Invocation& invocation,
            const Failure* failure) {
    const std::string line = resume_line(invocation.words);
    const std::size_t kept = run.members_kept();
    const int code = failure != nullptr ? failure->code : exit_code::interrupted;
    Json answer = {
        {"best", nullptr}, {"members_done", kept}, {"resume", line}, {"file", wish.out.path}};
    if (failure != nullptr)
        tell(*failure, invocation.common.json, answer);
    else if (invocation.common.json) {
        answer["exit_code"] = code;
        print_json(answer);
    }
    say(fmt::format("{}{} are kept in {}.parts",
                    failure != nullptr ? "" : "stopped by a signal before a decision; ",
                    counted(kept, "member", "members"), wish.out.path));
    say("to continue: " + line);
    return code;
}

int decide_options(const Wish& wish, const Invocation& invocation) {
    output::check_file(wish.out.path, wish.out.rule_in_parts({wish.dir}));
    const auto session = open_session(wish.dir, invocation);
    if (!session) return exit_code::bad_input;
    Job job = job_of(*session, invocation.common.seed, wish.procedure.max_members);
    job.options = parse_options(wish.options, *session->world);
    const std::vector<std::string> names = job.options;
    const DecideWish procedure = procedure_of(wish, names.size());
    refuse_large_world(*session->world, names.size(), invocation.common.threads);
    const Parallel parallel = invocation.common.parallel();
    const Interrupt interrupt;
    Header header = header_of(job, program_build());
    header.description = decision_description(header.description, procedure, wish.outcome);
    DecideRun run(job, header, wish.outcome, wish.out.path, wish.out.start(),
                  ensemble_rows_so_far(parallel, interrupt.stop()));
    if (!invocation.common.quiet) say_diagnostics(run.warnings());
    Progress progress("members at most", procedure.max_members, 0, invocation.common.quiet);
    const MemberSource source = [&](std::size_t first, std::size_t count,
                                    const std::vector<std::size_t>& options) {
        auto out = run(first, count, options);
        progress.advance(count);
        return out;
    };
    Selection decision;
    try {
        decision = decide(procedure, names.size(), source);
        progress.phase("writing " + wish.out.path);
        run.finish();
        progress.clear();
    } catch (const StartRefused&) {
        progress.clear();
        throw;
    } catch (const BeyondBound& found) {
        progress.clear();
        throw UsageError(
            fmt::format("--bound {} does not hold: {} is {} in member {} under '{}'",
                        comparison::readable(procedure.bound), wish.outcome,
                        comparison::readable(found.value), found.member, names[found.option]),
            fmt::format(
                "nothing can be guaranteed with it; name a bound that no member can exceed, "
                "for instance the population; the members are kept in {}.parts until "
                "--overwrite",
                wish.out.path));
    } catch (const Stopped&) {
        progress.clear();
        return stopped(wish, run, invocation, nullptr);
    } catch (...) {
        progress.clear();
        const Failure failure = failure_now();
        return stopped(wish, run, invocation, &failure);
    }
    if (invocation.common.json)
        print_json(decision_json(decision, procedure, wish, names));
    else
        print(decision_text(decision, procedure, wish, names));
    return exit_code::done;
}

}  // namespace

void add_decide(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"decide",
         "Runs as few members as it takes to choose the best option with a stated probability",
         "forestall decide scenarios/two-rivers --options all --indifference 100 --pcs 0.95 -o "
         "out.h5"},
        [wish](const Invocation& invocation) { return decide_options(*wish, invocation); });
    command.add_option("DIR", wish->dir, "the scenario's directory").required();
    command
        .add_option("--options", wish->options,
                    "options to choose from, separated by commas, or all")
        .required()
        .type_name("A,B");
    command
        .add_option("--indifference", wish->procedure.indifference,
                    "difference too small to matter, in the unit of the outcome")
        .check(number(0, 1e15, true))
        .required()
        .type_name("X");
    command
        .add_option("--pcs", wish->procedure.pcs, "probability of correct selection (default 0.95)")
        .check(number(0, 1))
        .type_name("P");
    command.add_option("--outcome", wish->outcome, "what is judged (default civilian_deaths)")
        .type_name("NAME");
    command
        .add_option("--guarantee", wish->guarantee,
                    "kn (default; quick), or bounded (for any law, needs --bound)")
        .check(one_of({"kn", "bounded"}))
        .type_name("RULE");
    wish->bound_given =
        command
            .add_option("--bound", wish->procedure.bound,
                        "with --guarantee bounded: largest value that the outcome can take")
            .check(number(0, 1e18))
            .type_name("B");
    command.add_option("--max-members", wish->procedure.max_members, "budget (default 100000)")
        .check(whole_number(2, most_members))
        .type_name("N");
    add_resumable_output(command, wish->out, "results file with every run");
}

}  // namespace forestall::app
