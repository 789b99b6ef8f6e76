// SPDX-License-Identifier: Apache-2.0
// `forestall stages DIR --members N -o out.h5`: every intervention started at each stage under the
// same luck: the stage × intervention matrix, and what waiting costs.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "analysis/comparison/outcomes.hpp"
#include "analysis/search/stage_options.hpp"
#include "app/comparison/precision.hpp"
#include "app/comparison/stage_table.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/output_file.hpp"
#include "app/frame/progress.hpp"
#include "app/job/estimate.hpp"
#include "app/job/options.hpp"
#include "app/job/run_job.hpp"
#include "app/job/session.hpp"
#include "app/portfolio/request.hpp"
#include "scenario/catalogue.hpp"
#include "world/stage_start.hpp"

namespace forestall::app {
namespace {

struct Wish {
    std::string dir;
    OutputWish out;
    std::string interventions;
    std::string outcome = "civilian_deaths";
    std::uint64_t members = 0;
    std::string delays;
    std::string at_cost;
    std::string until;
    bool every_stage = false;
    std::uint64_t continuations = 1, scouts = 4;
};

std::vector<int> weeks_of(const std::string& text) {
    std::vector<int> out;
    for (std::size_t at = 0; !text.empty() && at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        int weeks = 0;
        const auto [last, error] = std::from_chars(text.data() + at, text.data() + end, weeks);
        if (error != std::errc() || last != text.data() + end || weeks < 1 || weeks > 5200)
            throw UsageError(
                fmt::format("'{}' is not a number of weeks", text.substr(at, end - at)),
                "1 to 5,200 weeks each, for instance --delays 4,13,26");
        out.push_back(weeks);
        at = end + 1;
    }
    return out;
}

/// Throws UsageError for a delay after which nothing is left of the period.
void check_delays(const std::vector<int>& weeks, Day days) {
    for (const int delay : weeks)
        if (7 * delay >= days)
            throw UsageError(
                fmt::format("--delays {}: the period ends before, after {} days", delay, days),
                fmt::format("at most {} weeks", (days - 1) / 7));
}

/// Members that say where need is, which are not among those of the job.
constexpr std::uint64_t scouting_members = 24;

std::optional<analysis::AtCost> at_cost(const Wish& wish, const WorldTables& tables,
                                        const Invocation& invocation) {
    if (wish.at_cost.empty()) return std::nullopt;
    const double usd = parse_budget(wish.at_cost, "--at-cost");
    const World world = World::build(WorldTables(tables));
    const Parallel parallel = invocation.common.parallel();
    return analysis::AtCost{
        usd, analysis::places_by_need(world, invocation.common.seed, wish.members, scouting_members,
                                      parallel)};
}

/// The scenario with an option for each cell; its own options are left out.
std::optional<Session> session_of(const Wish& wish, const Invocation& invocation) {
    Loaded plain = load_directory(wish.dir);
    const Catalogue catalogue = read_catalogue();
    const std::vector<std::string> names = parse_interventions(wish.interventions, catalogue);
    if (plain.tables) {
        const std::vector<int> delays = weeks_of(wish.delays);
        check_delays(delays, plain.tables->settings.days);
        std::erase_if(plain.files,
                      [](const auto& file) { return file.first.starts_with("options/"); });
        const auto left_out =
            analysis::left_out_lines(*plain.tables, catalogue.interventions, names);
        auto options = analysis::stage_options(
            *plain.tables, catalogue,
            {names, wish.every_stage, delays, at_cost(wish, *plain.tables, invocation)});
        if (options.empty())
            throw InputError("there is nothing to start",
                             fmt::format("{}", fmt::join(left_out, "; ")));
        if (!invocation.common.quiet)
            for (const std::string& line : left_out) say(line);
        plain.files.merge(options);
    }
    if (!plain.tables) return open_session(std::move(plain), wish.dir, invocation);
    return open_session(load_scenario_text(plain.files, parameter_tables()), wish.dir, invocation);
}

std::map<std::string, std::string> strategies_of(const World& world) {
    std::map<std::string, std::string> out;
    for (const Intervention& i : world.interventions()) out[i.name] = i.strategy;
    return out;
}

int stages(const Wish& wish, const Invocation& invocation) {
    if (wish.members < 2)
        throw UsageError("a comparison needs members", "for instance --members 100");
    try {
        comparison::require_outcome(wish.outcome);
    } catch (const std::invalid_argument& e) {
        throw UsageError(e.what());
    }
    output::check_file(wish.out.path, wish.out.rule_in_parts({wish.dir}));
    const auto session = session_of(wish, invocation);
    if (!session) return exit_code::bad_input;
    Job job = job_of(*session, invocation.common.seed, wish.members);
    if (wish.continuations > 0)
        job.continuations = {static_cast<std::uint32_t>(wish.continuations),
                             static_cast<std::uint32_t>(wish.scouts)};
    job.options = {"none"};
    for (const Option& option : session->world->options())
        if (is_stage_option(option.name)) job.options.push_back(option.name);
    const Until until = reliability_of(wish.until, wish.outcome);
    if (until.asked() && wish.out.resume) job = as_finished(std::move(job), until, wish.out.path);
    return run_job({job, wish.out.path, wish.out.start(), 0, until}, invocation,
                   [&](const Progress& progress) {
                       return tell_stages(wish.out.path, wish.outcome,
                                          strategies_of(*session->world), invocation,
                                          progress.seconds());
                   });
}

}  // namespace

void add_stages(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"stages",
         "Every intervention started at each stage: what it changes, and what waiting costs",
         "forestall stages scenarios/two-rivers --members 200 -o stages.h5\n"
         "forestall stages scenarios/two-rivers --members 400 --interventions "
         "mediation,arms_embargo "
         "--delays 4,13,26 -o stages.h5"},
        [wish](const Invocation& invocation) { return stages(*wish, invocation); });
    command.add_option("DIR", wish->dir, "the scenario's directory").required();
    command.add_option("--members", wish->members, "how many members")
        .check(whole_number(2, most_members))
        .required()
        .type_name("N");
    command.add_option("--interventions", wish->interventions, "only these, separated by commas")
        .type_name("A,B");
    command
        .add_option("--outcome", wish->outcome, "what differences are of (default civilian_deaths)")
        .type_name("NAME");
    command
        .add_option("--delays", wish->delays,
                    "also this many weeks after the first stage that fits: a curve per week")
        .type_name("W,W");
    command
        .add_option("--continuations", wish->continuations,
                    "futures from each state in which the desk first sees a stage (default 1; 0: "
                    "nothing is said given the stage)")
        .check(whole_number(0, 1000))
        .type_name("K");
    command
        .add_option("--scouts", wish->scouts,
                    "more futures of doing nothing from such a state, which look for the next "
                    "stage (default 4)")
        .check(whole_number(0, 10000))
        .type_name("K");
    command
        .add_option("--at-cost", wish->at_cost,
                    "the same money for each intervention that is placed somewhere, as \"20 M "
                    "USD\": as many packages as it pays for, where most are killed if nothing is "
                    "done")
        .type_name("X");
    command.add_flag("--every-stage", wish->every_stage,
                     "also at stages that an intervention does not fit");
    command
        .add_option("--until", wish->until,
                    "stop as soon as the matrix has this reliability (\"0.8\"), or after this time "
                    "(\"5 min\"), with --members at most")
        .type_name("X");
    add_resumable_output(command, wish->out, "results file");
}

}  // namespace forestall::app
