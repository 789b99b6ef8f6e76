// SPDX-License-Identifier: Apache-2.0
#include "app/page/questions.hpp"

#include <fmt/format.h>

#include "app/assumptions/request.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {

void question(const analysis::StoredCase& stored, const ComparisonRequest& request,
              const report::Context& context, const std::string& more, const Invocation& invocation,
              report::Findings& findings) {
    if (stored.header().options.size() < 2) {
        findings.unquestioned =
            "The file holds one option, so there is no advice that a change of assumptions could "
            "change.";
        return;
    }
    if (findings.members < assumptions::fewest_members) {
        findings.unquestioned = fmt::format(
            "{} under all options: too few to say which assumptions the advice depends on, or what "
            "is worth finding out. That takes at least {}, ideally several hundred.",
            counted(findings.members, "future was run", "futures were run"),
            assumptions::fewest_members);
        return;
    }
    const Parallel parallel = invocation.common.parallel();
    AssumptionsRequest wish;
    wish.comparison = request;
    Question q = asked(stored, wish, invocation, parallel, &context.assumptions);
    if (q.study.assumptions.empty()) {
        findings.unquestioned =
            "No number that affects these options is uncertain in the scenario, so there is "
            "nothing that could change the advice or be found out.";
        return;
    }
    assumptions::FlipEffort flip;
    flip.seed = q.plan.seed;
    flip.parallel = &parallel;
    assumptions::Effort value;
    value.plan = q.plan;
    report::Questioned out;
    out.flips = assumptions::flips_of(q.study, flip);
    out.values = assumptions::values_of(q.study, value);
    out.study = std::move(q.study);
    out.resamples = flip.resamples;
    out.shuffles = value.shuffles;
    out.arguments = shell_file(request.path) + more;
    findings.questioned = std::move(out);
}

}  // namespace forestall::app
