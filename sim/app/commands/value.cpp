// SPDX-License-Identifier: Apache-2.0
// `forestall value out.h5`: what finding out each uncertain number before choosing would be worth.
#include "analysis/assumptions/value.hpp"

#include "app/assumptions/request.hpp"
#include "app/assumptions/value_report.hpp"
#include "app/frame/command.hpp"
#include "app/frame/exit_code.hpp"
#include "app/job/design_table.hpp"

namespace forestall::app {
namespace {

struct Wish {
    AssumptionsRequest question;
    std::size_t rows = 12;
};

int value(const Wish& wish, const Invocation& invocation) {
    const Results results = open_without_design(wish.question.comparison.path, "value");
    const analysis::StoredCase stored(results);
    const Parallel parallel = invocation.common.parallel();
    const Question question = question_of(stored, wish.question, invocation, parallel);
    const assumptions::Values values = assumptions::values_of(question.study, {question.plan});
    if (invocation.common.json)
        print_json(value_json(question, wish.question, values));
    else
        print(value_text(question, values, wish.rows));
    return exit_code::done;
}

}  // namespace

void add_value(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"value", "What finding out each uncertain number before choosing would be worth",
         "forestall value out.h5\n"
         "forestall value out.h5 --worth 1000000 --outcome civilian_deaths"},
        [wish](const Invocation& invocation) { return value(*wish, invocation); });
    add_assumptions_options(command, wish->question);
    command.add_option("--rows", wish->rows, "list at least this many assumptions (default 12)")
        .check(whole_number(1, 1'000'000))
        .type_name("N");
}

}  // namespace forestall::app
