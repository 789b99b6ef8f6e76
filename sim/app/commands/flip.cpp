// SPDX-License-Identifier: Apache-2.0
// `forestall flip out.h5`: the smallest plausible change of assumptions that changes the advice;
// `--confirm N` runs it, or runs everything again without guesses.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <span>

#include "analysis/comparison/outcomes.hpp"
#include "analysis/search/confirmation.hpp"
#include "analysis/search/stored_case.hpp"
#include "analysis/search/without_guesses.hpp"
#include "app/assumptions/confirmation_report.hpp"
#include "app/assumptions/flip_report.hpp"
#include "app/assumptions/held_numbers.hpp"
#include "app/assumptions/request.hpp"
#include "app/assumptions/without_guesses_report.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/interrupt.hpp"
#include "app/frame/progress.hpp"
#include "app/job/design_table.hpp"
#include "app/job/estimate.hpp"

namespace forestall::app {
namespace {

using namespace assumptions;

struct Wish {
    AssumptionsRequest question;
    std::size_t rows = 12;
    std::uint64_t confirm = 0;
    std::vector<std::string> assume;
    bool without_guesses = false;
};

/// What fresh members said.
struct Fresh {
    std::optional<analysis::Confirmation> confirmation;
    std::optional<analysis::WithoutGuesses> without_guesses;
};

FlipAnswer answer_of(const Results& results, const Wish& wish, const Question& q,
                     const Parallel& parallel) {
    const auto members = comparison::members_of_all(results);
    const StudyWish study{wish.question.comparison.outcome, q.study.baseline, q.study.worth,
                          q.prices};
    Plan plan = q.plan;
    plan.replicates = std::min<std::size_t>(plan.replicates, 999);
    return {flips_of(q.study, {499, plan.seed, &parallel}), worth_flips(q.study, plan),
            by_discount(results, study, members, plan),
            by_outcome(results, q.study, members, plan)};
}

/// A plausible flip of one number, else of two together, else any; none if nothing was found.
const Flip* first_of(const Flips& flips) {
    if (!flips.each.empty() && flips.each.front().plausible) return &flips.each.front();
    if (!flips.pairs.empty()) return &flips.pairs.front();
    return flips.each.empty() ? nullptr : &flips.each.front();
}

/// What to run: the numbers asked for, else the first flip that was found, alone or two together.
std::optional<analysis::ConfirmationWish> to_confirm(const Wish& wish,
                                                     const std::map<std::string, double>& held,
                                                     const Question& q, const Flips& flips) {
    analysis::ConfirmationWish out{held, std::nullopt};
    if (wish.confirm == 0) return std::nullopt;
    if (!out.held.empty()) return out;
    const Flip* flip = first_of(flips);
    if (flip == nullptr) return std::nullopt;
    // At the very point of change nothing is to be told: a single number goes on to its plausible
    // end.
    for (std::size_t i = 0; i < flip->numbers.size(); ++i) {
        const Assumption& a = q.study.assumptions[flip->numbers[i]];
        const bool further = flip->numbers.size() == 1 && flip->plausible && flip->score[i] != 0;
        out.held[a.name] =
            further ? a.at(std::copysign(plausible_score, flip->score[i])) : flip->value[i];
    }
    out.to = flip->to;
    return out;
}

/// Runs the members with progress shown, until a signal.
analysis::FreshPair fresh_pair(const analysis::StoredCase& stored, const Wish& wish,
                               const Question& q, const std::map<std::string, double>& held,
                               const Invocation& invocation) {
    const Job job = stored.job();
    refuse_large_world(*job.world, job.options.size(), invocation.common.threads, wish.confirm);
    const Parallel parallel = invocation.common.parallel();
    const Interrupt interrupt;
    Progress progress("members", 2 * wish.confirm, 0, invocation.common.quiet);
    const analysis::RowSource run = analysis::ensemble_rows(parallel, interrupt.stop());
    const analysis::RowSource rows = [&](const Job& some, std::span<const std::uint64_t> numbers) {
        auto out = run(some, numbers);
        progress.advance(numbers.size());
        return out;
    };
    auto out = analysis::run_twice(
        stored, q.study, {wish.confirm, wish.question.comparison.outcome, q.prices}, held, rows);
    progress.clear();
    return out;
}

Fresh run_fresh(const analysis::StoredCase& stored, const Wish& wish,
                const std::map<std::string, double>& held, const Question& q, const Flips& flips,
                const Invocation& invocation) {
    Fresh out;
    if (wish.without_guesses) {
        analysis::WithoutGuesses without = analysis::guesses_in(stored, q.study);
        if (!without.held.empty())
            analysis::judge(fresh_pair(stored, wish, q, without.held, invocation), q.study, q.plan,
                            without);
        out.without_guesses = std::move(without);
    } else if (const auto run = to_confirm(wish, held, q, flips)) {
        out.confirmation = analysis::confirm(fresh_pair(stored, wish, q, run->held, invocation),
                                             q.study, q.plan, *run);
    }
    return out;
}

void check(const Wish& wish) {
    if (wish.confirm == 0 && !wish.assume.empty())
        throw UsageError("--assume needs --confirm N",
                         "the number of fresh members to run with it");
    if (wish.confirm == 0 && wish.without_guesses)
        throw UsageError("--without-guesses needs --confirm N",
                         "the number of fresh members to run without them");
    if (wish.confirm == 1)
        throw UsageError("one fresh member shows nothing", "for instance --confirm 400");
}

/// The answer of the file itself is not told again.
std::string fresh_text(const Wish& wish, const Question& q, const Fresh& fresh) {
    if (fresh.without_guesses) return without_guesses_text(q, *fresh.without_guesses, wish.rows);
    if (fresh.confirmation) return confirmation_text(q, *fresh.confirmation);
    return "Nothing was found that could be confirmed.\n";
}

int flip(const Wish& wish, const Invocation& invocation) {
    check(wish);
    const Results results = open_without_design(wish.question.comparison.path, "flip");
    const analysis::StoredCase stored(results);
    const auto held = held_numbers(wish.assume, stored);
    const Parallel parallel = invocation.common.parallel();
    const Question q = question_of(stored, wish.question, invocation, parallel);
    const FlipAnswer answer = answer_of(results, wish, q, parallel);
    Fresh fresh;
    try {
        fresh = run_fresh(stored, wish, held, q, answer.flips, invocation);
    } catch (const analysis::Stopped&) {
        say("stopped by a signal: nothing was confirmed");
        if (invocation.common.json)
            print_json({{"confirmation", nullptr}, {"exit_code", exit_code::interrupted}});
        return exit_code::interrupted;
    }
    if (invocation.common.json) {
        Json out = flip_json(q, wish.question, answer);
        if (fresh.without_guesses)
            out["without_guesses"] = without_guesses_json(q, *fresh.without_guesses);
        else if (wish.confirm > 0)
            out["confirmation"] =
                fresh.confirmation ? confirmation_json(q, *fresh.confirmation) : Json(nullptr);
        print_json(out);
        return exit_code::done;
    }
    print(wish.confirm == 0 ? flip_text(q, answer, wish.rows) : fresh_text(wish, q, fresh));
    return exit_code::done;
}

}  // namespace

void add_flip(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command =
        program.add({"flip", "The smallest plausible change of assumptions that changes the advice",
                     "forestall flip out.h5\n"
                     "forestall flip out.h5 --confirm 400\n"
                     "forestall flip out.h5 --confirm 400 --without-guesses\n"
                     "forestall flip out.h5 --confirm 400 --assume population.kin_pull=5"},
                    [wish](const Invocation& invocation) { return flip(*wish, invocation); });
    add_assumptions_options(command, wish->question);
    command
        .add_option(
            "--rows", wish->rows,
            "list at least this many assumptions, or options with --without-guesses (default 12)")
        .check(whole_number(1, 1'000'000))
        .type_name("N");
    command
        .add_option("--confirm", wish->confirm,
                    "run N fresh members, as drawn and with the first change, at its plausible end")
        .check(whole_number(2, most_members))
        .type_name("N");
    const Argument assume =
        command
            .add_option("--assume", wish->assume,
                        "with --confirm: hold this number instead; may be repeated")
            .type_name("NAME=VALUE");
    command
        .add_flag("--without-guesses", wish->without_guesses,
                  "with --confirm: every effect of grade D (judgement) does nothing instead; does "
                  "the advice stand?")
        .excludes(assume);
}

}  // namespace forestall::app
