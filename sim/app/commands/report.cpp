// SPDX-License-Identifier: Apache-2.0
// `forestall report out.h5 -o report.html`: one self-contained page about a results file.
#include <fmt/format.h>

#include <optional>

#include "analysis/comparison/stage_matrix.hpp"
#include "analysis/comparison/stage_waits.hpp"
#include "analysis/report/assets.hpp"
#include "analysis/report/page.hpp"
#include "app/comparison/request.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "app/frame/output_file.hpp"
#include "app/job/design_table.hpp"
#include "app/page/context.hpp"
#include "app/page/questions.hpp"
#include "results/files.hpp"

namespace forestall::app {
namespace {

struct Wish {
    ComparisonRequest comparison;
    OutputWish out;
    std::string run;
    std::string stages;
    bool still = false;
};

/// What else was asked for, as arguments.
std::string more_arguments(const ComparisonRequest& wish, const std::string& run,
                           const std::string& stages = "") {
    const ComparisonRequest usual;
    std::string out;
    if (!run.empty()) out += " --run " + shell_file(run);
    if (!stages.empty()) out += " --stages " + shell_file(stages);
    if (!wish.baseline.empty()) out += " --baseline " + shell_quoted(wish.baseline);
    if (wish.outcome != usual.outcome) out += " --outcome " + shell_quoted(wish.outcome);
    if (wish.discount) out += fmt::format(" --discount {}", *wish.discount);
    if (wish.price_year != 0)
        out += fmt::format(" --price-year {} --inflation {}", wish.price_year,
                           wish.inflation.value_or(0));
    if (wish.replicates != usual.replicates) out += fmt::format(" --resamples {}", wish.replicates);
    return out;
}

/// The course of one member, from a file of its own if one is named.
std::optional<report::Course> course_for(const Results& results, const Wish& wish,
                                         report::Context& context) {
    if (wish.run.empty())
        return results.has_detail() ? std::optional(report::course_of(results)) : std::nullopt;
    const Results run = Results::open(wish.run);
    if (!run.has_detail())
        throw InputError(wish.run + ": it holds no detail by place",
                         "files of `forestall run` have it");
    const Header &here = results.header(), &there = run.header();
    if (here.locations != there.locations || here.time != there.time ||
        here.start_date != there.start_date)
        throw InputError(
            wish.run + ": its places or period differ from those of " + wish.comparison.path,
            "run a member of the same scenario");
    if (here.seed != there.seed)
        say(
            fmt::format("forestall: warning: {} has seed {}, {} has {}: the course is not a member "
                        "of this ensemble",
                        wish.run, there.seed, wish.comparison.path, here.seed));
    const auto before_report = context.reproduce.find("forestall report");
    if (before_report != std::string::npos)
        context.reproduce.insert(before_report, run_command(run, wish.run) + "\n");
    return report::course_of(run);
}

/// What is known of each intervention given the stage; strategies by the scenario inside.
comparison::StageMatrix given_of(const Results& results, const analysis::StoredCase& stored,
                                 const Wish& wish, const std::vector<std::size_t>& members,
                                 const comparison::Plan& plan) {
    std::map<std::string, std::string> strategy;
    if (stored.readable())
        for (const Intervention& i : stored.world()->interventions()) strategy[i.name] = i.strategy;
    return comparison::stage_matrix(results, wish.comparison.outcome, members, strategy, plan);
}

report::Findings findings_of(const Results& results, const analysis::StoredCase& stored,
                             const Wish& wish, const Invocation& invocation) {
    if (results.header().options.size() < 2) return report::find(results, nullptr, {}, "");
    const Report made = compared(results, wish.comparison, invocation);
    report::Findings out =
        report::find(results, &made.comparison, made.wording, wish.comparison.outcome);
    out.compared->by_stage =
        wish.stages.empty() ? stage_sentences(made.comparison)
                            : stage_sentences(wish.stages, results, wish.comparison, invocation);
    const Parallel parallel = invocation.common.parallel();
    const auto members = comparison::members_of_all(results);
    const comparison::Plan plan{wish.comparison.replicates, invocation.common.seed, 0.95,
                                &parallel};
    out.compared->waits = comparison::stage_waits(
        results, comparison::outcome_of(results, wish.comparison.outcome, members), members,
        made.comparison.baseline, plan);
    out.compared->given = given_of(results, stored, wish, members, plan);
    return out;
}

std::string page_about(const Results& results, const Wish& wish, const Invocation& invocation) {
    const analysis::StoredCase stored(results);
    std::string warning;
    report::Context context =
        context_of(stored, wish.comparison.path, wish.out.path,
                   more_arguments(wish.comparison, wish.run, wish.stages), warning);
    if (!warning.empty()) say("forestall: warning: " + warning);
    if (results.members().empty()) throw InputError(results.name() + ": it holds no members");
    report::Findings findings = findings_of(results, stored, wish, invocation);
    question(stored, wish.comparison, context, more_arguments(wish.comparison, ""), invocation,
             findings);
    findings.course = course_for(results, wish, context);
    return report::page_of(findings, context,
                           wish.still ? std::string_view() : report::chart_library());
}

int write_report(const Wish& wish, const Invocation& invocation) {
    std::vector<std::string> inputs{wish.comparison.path};
    if (!wish.run.empty()) inputs.push_back(wish.run);
    if (!wish.stages.empty()) inputs.push_back(wish.stages);
    const files::Existing existing = output::check_file(wish.out.path, wish.out.rule(inputs));
    const Results results = open_without_design(wish.comparison.path, "report");
    const std::string page = page_about(results, wish, invocation);
    files::write_atomically(wish.out.path, page, {}, existing);
    const bool charts = !wish.still && !report::chart_library().empty();
    if (invocation.common.json)
        print_json({{"file", wish.out.path},
                    {"source", wish.comparison.path},
                    {"bytes", page.size()},
                    {"options", results.header().options},
                    {"interactive", charts}});
    else
        print(fmt::format("{}: {}, {}\n", one_line(wish.out.path),
                          size_text(static_cast<double>(page.size())),
                          charts ? "with interactive charts" : "with still drawings"));
    return exit_code::done;
}

}  // namespace

void add_report(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"report",
         "Writes one self-contained page: verdict, charts, tables, assumptions, provenance",
         "forestall report out.h5 -o report.html\n"
         "forestall report out.h5 -o report.html --outcome displaced --overwrite\n"
         "forestall report out.h5 --run run.h5 -o report.html"},
        [wish](const Invocation& invocation) { return write_report(*wish, invocation); });
    command.add_option("FILE", wish->comparison.path, "results file").required();
    add_output(command, wish->out, "page to write").required();
    command
        .add_option("--run", wish->run,
                    "file of `forestall run`: its course by place and step goes on the map")
        .type_name("RUN");
    command
        .add_option("--stages", wish->stages,
                    "file of `forestall stages`: what works at which stage goes into the answer")
        .type_name("STAGES");
    command.add_flag("--still", wish->still,
                     "without the chart library: a smaller page with still drawings only");
    add_comparison_options(command, wish->comparison);
}

}  // namespace forestall::app
