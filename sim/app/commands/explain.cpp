// SPDX-License-Identifier: Apache-2.0
// `forestall explain run.h5 [--event K]`: why something happened in a run, as a chain of causes in
// sentences; with --check each cause is taken away and the run made again. `--history`: the run
// told in chapters, to the terminal or as a page.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/search/stored_case.hpp"
#include "app/commands/explanation.hpp"
#include "app/commands/history_report.hpp"
#include "app/frame/build_info.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output_file.hpp"
#include "app/job/design_table.hpp"
#include "core/hash.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

struct Wish {
    std::string path;
    std::optional<std::uint64_t> event;
    std::uint64_t depth = 3;
    bool check = false;
    bool history = false;
    OutputWish out;
    Argument out_given;
};

constexpr std::size_t listed = 10;

std::int64_t onset_in(const Results& results) {
    const auto steps = results.values(Scalar::mass_killing_onset_step, 0);
    return steps.empty() ? -1 : static_cast<std::int64_t>(steps.front());
}

/// Every cause of the event that the chain tells, taken away in turn.
std::vector<Checked> check(const Results& results, const std::vector<Event>& events,
                           const analysis::Chain& chain) {
    const Job job = analysis::StoredCase(results).job();
    const analysis::Counterfactual runs(*job.world, job.seed, results.members().front(),
                                        job.options.front());
    if (to_hex(runs.hash()) != results.hashes().front() || runs.events().size() != events.size())
        throw InputError(results.name() + ": this program does not reproduce the run",
                         fmt::format("forestall {} ({}) wrote it", results.header().program.version,
                                     results.header().program.git_commit));
    std::vector<Checked> out;
    std::vector<std::size_t> taken;
    for (const analysis::Told& t : chain.causes) {
        if (std::abs(t.cause.weight) < analysis::least_weight) continue;
        if (const auto effect = runs.without_motive(chain.event, t.cause.what, true))
            out.push_back({&t, false, *effect});
        if (!t.from || std::find(taken.begin(), taken.end(), *t.from) != taken.end()) continue;
        taken.push_back(*t.from);
        out.push_back({&t, true, runs.without_event(chain.event, *t.from, true)});
    }
    return out;
}

std::string about(const Results& results) {
    return fmt::format("{}, member {}: {}\n\n", one_line(results.header().title),
                       results.members().front(), one_line(results.name()));
}

int list_events(const Results& results, const Story& story, bool json) {
    const auto notable = analysis::worth_explaining(story.events, onset_in(results), listed);
    if (json) {
        print_json({{"file", results.name()},
                    {"events", story.events.size()},
                    {"worth_explaining", notable_json(story, notable)}});
        return exit_code::done;
    }
    const std::size_t all = story.events.size();
    print(about(results) + notable_text(story, notable));
    if (!notable.empty())
        print(fmt::format(
            "\n{} in all, numbered from 0. Why did one of them happen? forestall explain {} "
            "--event {}\n",
            counted(all, "event", "events"), shell_file(results.name()), notable.front().event));
    return exit_code::done;
}

[[noreturn]] void refuse_event(std::uint64_t event, const Results& results, const Story& story) {
    const std::size_t all = story.events.size();
    if (all == 0)
        throw UsageError(results.name() + ": nothing happened in this run",
                         "there is nothing to explain");
    const auto notable = analysis::worth_explaining(story.events, onset_in(results), listed);
    if (!notable.empty()) say("notable events:");
    for (const analysis::Notable& n : notable)
        say(fmt::format("  {}: {}, {}", n.event, story.words.date(story.events[n.event]),
                        story.words.what(story.events[n.event])));
    throw UsageError(fmt::format("{}: there is no event {}", results.name(), event),
                     fmt::format("events are numbered 0 to {}", all - 1));
}

Results open_run(const std::string& path) {
    Results results = open_without_design(path, "explain");
    if (!results.has_detail() || results.members().empty())
        throw InputError(results.name() + ": the file of an ensemble does not hold events",
                         "run one of its members again with every detail: forestall run DIR "
                         "--member K -o run.h5");
    return results;
}

int history_of_run(const Wish& wish, const Invocation& invocation) {
    files::Existing existing = files::Existing::keep;
    if (wish.out_given.given())
        existing = output::check_file(wish.out.path, wish.out.rule({wish.path}));
    return tell_history(open_run(wish.path), wish.out, existing, invocation);
}

int explain(const Wish& wish, const Invocation& invocation) {
    if (wish.history) return history_of_run(wish, invocation);
    if (wish.out_given.given())
        throw UsageError("-o writes a history", "ask for one with --history");
    const Results results = open_run(wish.path);
    if (wish.check && !wish.event)
        throw UsageError("--check needs an event", "name it with --event K");
    const std::vector<Event> events = results.detail().events;
    const analysis::Words words(results.header());
    const StoryRules rules = rules_of(analysis::StoredCase(results));
    const Story story{results.header(), events, words, rules};
    if (!wish.event) return list_events(results, story, invocation.common.json);
    if (*wish.event >= events.size()) refuse_event(*wish.event, results, story);
    const analysis::Chain chain = analysis::chain_of(events, *wish.event, wish.depth);
    std::vector<Checked> checks;
    if (wish.check) checks = check(results, events, chain);
    if (invocation.common.json) {
        Json out{{"file", results.name()},
                 {"chain", chain_json(story, chain)},
                 {"largest", largest_json(story, chain)}};
        if (wish.check) out["checks"] = checks_json(checks);
        print_json(out);
    } else {
        print(about(results) + chain_text(story, chain) +
              (wish.check ? checks_text(story, events[chain.event], checks) : ""));
    }
    const bool all_are_causes = std::all_of(checks.begin(), checks.end(), [](const Checked& c) {
        return c.effect.changed() && c.effect.past_equal;
    });
    return all_are_causes ? exit_code::done : exit_code::finding;
}

}  // namespace

void add_explain(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command =
        program.add({"explain",
                     "Explains why something happened in a run, as a chain of causes, or tells the "
                     "run as a history",
                     "forestall explain run.h5\nforestall explain run.h5 --event 12 --check\n"
                     "forestall explain run.h5 --history -o history.html"},
                    [wish](const Invocation& invocation) { return explain(*wish, invocation); });
    command.add_option("FILE", wish->path, "results file of a run").required();
    const Argument event =
        command
            .add_option("--event", wish->event,
                        "which event, by its number; without it, notable events are listed")
            .check(whole_number())
            .type_name("K");
    command.add_option("--depth", wish->depth, "how many events in a row to go back (default 3)")
        .check(whole_number(0, 1'000'000))
        .type_name("N");
    const Argument check =
        command.add_flag("--check", wish->check,
                         "take each cause away and run the member again: what changes? Exit code 1 "
                         "if one changes nothing");
    command
        .add_flag("--history", wish->history,
                  "tell the run in chapters: who, where, why, and what was reported then")
        .excludes(event)
        .excludes(check);
    wish->out_given =
        add_output(command, wish->out, "page to write a history to (default: text, printed)");
}

}  // namespace forestall::app
