// SPDX-License-Identifier: Apache-2.0
// `forestall sensitivity out.h5`: what each input of a sweep does to an outcome, and how much of it
// is luck.
#include <fmt/format.h>

#include "app/frame/command.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/sweep/sensitivity_report.hpp"

namespace forestall::app {
namespace {

struct Wish {
    PointsQuestion question;
    std::uint64_t resamples = 999;
};

int sensitivity_command(const Wish& wish, const Invocation& invocation) {
    const Results results = Results::open(wish.question.path);
    const PointsOutcome outcome = points_outcome(results, wish.question);
    const Sensitivity answer =
        sensitivity_of(outcome, {static_cast<int>(wish.resamples), invocation.common.seed});
    if (invocation.common.json) {
        Json json = {{"file", wish.question.path},
                     {"outcome", wish.question.outcome},
                     {"option", outcome.option},
                     {"points", outcome.points.size()},
                     {"members", results.members().size()}};
        json.update(sensitivity_json(outcome, answer));
        print_json(json);
    } else {
        print(fmt::format("{} under {}: {} of {}\n{}", one_line(wish.question.outcome),
                          one_line(outcome.option),
                          counted(outcome.points.size(), "point", "points"),
                          counted(results.members().size(), "member", "members"),
                          sensitivity_text(outcome, answer)));
    }
    return exit_code::done;
}

}  // namespace

void add_sensitivity(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"sensitivity", "What each input of a sweep does to an outcome, and how much is luck",
         "forestall sensitivity sweep.h5\n"
         "forestall sensitivity sweep.h5 --outcome \"quantile(sum(civilian_deaths), 0.9)\""},
        [wish](const Invocation& i) { return sensitivity_command(*wish, i); });
    command.add_option("FILE", wish->question.path, "results file of a sweep").required();
    command
        .add_option("--outcome", wish->question.outcome,
                    "expression over variables of the file (default sum(civilian_deaths))")
        .type_name("EXPRESSION");
    command
        .add_option("--option", wish->question.option,
                    "under which option (default: the file's first)")
        .type_name("NAME");
    command.add_option("--resamples", wish->resamples, "for intervals (default 999)")
        .check(whole_number(0, 100'000))
        .type_name("N");
}

}  // namespace forestall::app
