// SPDX-License-Identifier: Apache-2.0
// `forestall compare out.h5`: what each option changes against the baseline under the same luck, at
// what cost, and how sure that is.
#include "app/comparison/brief.hpp"
#include "app/comparison/report.hpp"
#include "app/comparison/request.hpp"
#include "app/frame/command.hpp"
#include "app/frame/exit_code.hpp"
#include "app/job/design_table.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

struct Wish {
    ComparisonRequest comparison;
    std::string stages;
    bool brief = false;
};

int compare_options(const Wish& wish, const Invocation& invocation) {
    const Results results = open_without_design(wish.comparison.path, "compare");
    const Report report = compared(results, wish.comparison, invocation);
    const std::vector<std::string> by_stage =
        wish.stages.empty() ? stage_sentences(report.comparison)
                            : stage_sentences(wish.stages, results, wish.comparison, invocation);
    if (invocation.common.json) {
        Json document = report_json(report);
        document["by_stage"] = by_stage;
        print_json(document);
    } else if (wish.brief) {
        print(brief_text(report, one_line(results.header().title), by_stage));
    } else {
        print(report_text(report));
    }
    return exit_code::done;
}

}  // namespace

void add_compare(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"compare",
         "What each option changes under the same luck, at what cost, and how sure that is",
         "forestall compare out.h5\n"
         "forestall compare out.h5 --brief --stages stages.h5\n"
         "forestall compare out.h5 --outcome displaced --baseline none --discount 0.05"},
        [wish](const Invocation& invocation) { return compare_options(*wish, invocation); });
    command.add_option("FILE", wish->comparison.path, "results file with several options")
        .required();
    command.add_flag("--brief", wish->brief, "one screen: what works best, how sure, at what cost");
    command
        .add_option("--stages", wish->stages,
                    "file of `forestall stages`: adds what works at which stage")
        .type_name("STAGES");
    add_comparison_options(command, wish->comparison);
}

}  // namespace forestall::app
