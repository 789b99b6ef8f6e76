// SPDX-License-Identifier: Apache-2.0
// `forestall flip out.h5`: the smallest plausible change of assumptions that changes the advice;
// `--confirm N` runs it, or runs everything again without guesses.
#include <fmt/format.h>

#include <cmath>
#include <map>

#include "analysis/comparison/outcomes.hpp"
#include "analysis/search/decide_run.hpp"
#include "app/assumptions_request.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/confirmation.hpp"
#include "app/errors.hpp"
#include "app/estimate.hpp"
#include "app/exit_code.hpp"
#include "app/flip_report.hpp"
#include "app/held_numbers.hpp"
#include "app/without_guesses_report.hpp"

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
    std::optional<Confirmation> confirmation;
    std::optional<WithoutGuesses> without_guesses;
};

FlipAnswer answer_of(const Results& results, const Wish& wish, const Question& q,
                     const Parallel& parallel) {
    const auto members = comparison::members_of_all(results);
    const StudyWish study{wish.question.comparison.outcome, q.study.baseline, q.study.worth,
                          prices_of(wish.question.comparison, results.header())};
    Plan plan = q.plan;
    plan.replicates = std::min<std::size_t>(plan.replicates, 999);
    return {flips_of(q.study, {499, plan.seed, &parallel}), worth_flips(q.study, plan),
            by_discount(results, study, members, plan),
            by_outcome(results, q.study, members, plan)};
}

/// What to run: the numbers asked for, else the first flip that was found, alone or two together.
std::optional<ConfirmationWish> to_confirm(const Wish& wish,
                                           const std::map<std::string, double>& held,
                                           const Question& q, const Flips& flips) {
    ConfirmationWish out{wish.confirm, held, std::nullopt};
    if (wish.confirm == 0) return std::nullopt;
    if (!out.held.empty()) return out;
    const Flip* flip = !flips.each.empty() && flips.each.front().plausible ? &flips.each.front()
                       : !flips.pairs.empty()                              ? &flips.pairs.front()
                       : !flips.each.empty()                               ? &flips.each.front()
                                                                           : nullptr;
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

Fresh run_fresh(const Wish& wish, const std::map<std::string, double>& held, const Results& results,
                const Question& q, const Flips& flips, const Invocation& invocation) {
    Fresh out;
    if (wish.without_guesses)
        out.without_guesses = without_guesses(results, q, wish.question, wish.confirm, invocation);
    else if (const auto run = to_confirm(wish, held, q, flips))
        out.confirmation = confirm(results, q, wish.question, *run, invocation);
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
        throw UsageError("one fresh member says nothing", "for instance --confirm 400");
}

std::string fresh_text(const Wish& wish, const Question& q, const Fresh& fresh) {
    if (wish.confirm == 0) return "";
    if (fresh.without_guesses)
        return "\n" + without_guesses_text(q, *fresh.without_guesses, wish.rows);
    if (fresh.confirmation) return "\n" + confirmation_text(q, *fresh.confirmation);
    return "\nNothing was found that could be confirmed.\n";
}

int flip(const Wish& wish, const Invocation& invocation) {
    check(wish);
    const Results results = Results::open(wish.question.comparison.path);
    const auto held = held_numbers(wish.assume, results);
    const Parallel parallel = invocation.common.parallel();
    const Question q = question_of(results, wish.question, invocation, parallel);
    const FlipAnswer answer = answer_of(results, wish, q, parallel);
    Fresh fresh;
    try {
        fresh = run_fresh(wish, held, results, q, answer.flips, invocation);
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
    print(flip_text(q, answer, wish.rows) + fresh_text(wish, q, fresh));
    return exit_code::done;
}

}  // namespace

void add_flip(Program& program) {
    const auto wish = std::make_shared<Wish>();
    CLI::App& command =
        program.add({"flip", "The smallest plausible change of assumptions that changes the advice",
                     "forestall flip out.h5\n"
                     "forestall flip out.h5 --confirm 400\n"
                     "forestall flip out.h5 --confirm 400 --without-guesses\n"
                     "forestall flip out.h5 --confirm 400 --assume population.kin_pull=5"},
                    [wish](const Invocation& invocation) { return flip(*wish, invocation); });
    add_assumptions_options(command, wish->question);
    command
        .add_option("--rows", wish->rows,
                    "assumptions, or options without guesses, listed (default 12)")
        ->check(whole_number(1, 1'000'000))
        ->type_name("N");
    command
        .add_option("--confirm", wish->confirm,
                    "run N fresh members, as drawn and with the first change, at its plausible end")
        ->check(whole_number(2, most_members))
        ->type_name("N");
    CLI::Option* assume =
        command
            .add_option("--assume", wish->assume,
                        "with --confirm: hold this number instead; may be repeated")
            ->type_name("NAME=VALUE");
    command
        .add_flag("--without-guesses", wish->without_guesses,
                  "with --confirm: every effect of grade D (judgement) does nothing instead; does "
                  "the advice stand?")
        ->excludes(assume);
}

}  // namespace forestall::app
