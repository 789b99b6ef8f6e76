// SPDX-License-Identifier: Apache-2.0
#include "scenario/experiment/check_experiment.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/report.hpp"

namespace forestall {
namespace {

void check_input(const Experiment& e, std::size_t input, const design::Rows& points,
                 const std::vector<Bounded>& all, Report& report) {
    const std::string& name = e.design.inputs[input].name;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Bounded& b) { return b.name == name; });
    if (found == all.end()) {
        std::vector<std::string> names;
        for (const Bounded& b : all) names.push_back(b.name);
        report.add("E404", e.input_at[input], fmt::format("nothing is named {}", shown(name)),
                   did_you_mean(nearest(name, names)));
        return;
    }
    for (std::size_t p = 0; p < points.size(); ++p) {
        const double value = points[p][input];
        if (value >= found->low && value <= found->high) continue;
        report.add("E026", e.input_at[input],
                   fmt::format("{} is {} at point {}", shown(name), value, p),
                   fmt::format("it must be from {} to {}{}", found->low, found->high,
                               found->unit == "1" ? "" : ", in " + found->unit));
        return;
    }
}

void check_outcome(const Placed& expression, const ExperimentGround& ground, Report& report) {
    const ExpressionProblem problem = ground.outcome(expression.text);
    if (problem.text.empty()) return;
    report.add("E403", expression.at,
               fmt::format("letter {} of {}: {}", problem.letter + 1, shown(expression.text),
                           problem.text),
               problem.hint);
}

}  // namespace

void check_experiment(const Experiment& experiment, const design::Rows& points,
                      const ExperimentGround& ground, Diagnostics& diagnostics) {
    Report report(diagnostics, most_shown_of_a_code);
    for (std::size_t i = 0; i < experiment.design.inputs.size(); ++i)
        check_input(experiment, i, points, ground.inputs, report);
    for (const Placed& option : experiment.options)
        if (std::find(ground.options.begin(), ground.options.end(), option.text) ==
            ground.options.end())
            report.add("E405", option.at, fmt::format("no option is named {}", shown(option.text)),
                       did_you_mean(nearest(option.text, ground.options)));
    for (const ExperimentOutcome& outcome : experiment.outcomes)
        check_outcome(outcome.expression, ground, report);
    report.finish();
    diagnostics.sort();
}

}  // namespace forestall
