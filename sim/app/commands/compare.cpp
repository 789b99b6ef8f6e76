// SPDX-License-Identifier: Apache-2.0
// `forestall compare out.h5`: what each option changes against the baseline under the same luck, at
// what cost, and how sure that is.
#include "app/comparison/report.hpp"
#include "app/comparison/request.hpp"
#include "app/frame/command.hpp"
#include "app/frame/exit_code.hpp"
#include "app/job/design_table.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

int compare_options(const ComparisonRequest& request, const Invocation& invocation) {
    const Results results = open_without_design(request.path, "compare");
    const Report report = compared(results, request, invocation);
    if (invocation.common.json)
        print_json(report_json(report));
    else
        print(report_text(report));
    return exit_code::done;
}

}  // namespace

void add_compare(Program& program) {
    const auto request = std::make_shared<ComparisonRequest>();
    const Command command = program.add(
        {"compare",
         "What each option changes under the same luck, at what cost, and how sure that is",
         "forestall compare out.h5\n"
         "forestall compare out.h5 --outcome displaced --baseline none --discount 0.05"},
        [request](const Invocation& invocation) { return compare_options(*request, invocation); });
    command.add_option("FILE", request->path, "results file with several options").required();
    add_comparison_options(command, *request);
}

}  // namespace forestall::app
