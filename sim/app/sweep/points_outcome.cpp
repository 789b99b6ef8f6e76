// SPDX-License-Identifier: Apache-2.0
#include "app/sweep/points_outcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/expression/functions.hpp"
#include "analysis/expression/of_results.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"

namespace forestall::app {
namespace {

std::size_t option_index(const Results& results, const std::string& name) {
    if (name.empty()) return 0;
    if (const auto found = results.find_option(name)) return *found;
    throw UsageError(fmt::format("{} has no option '{}'", one_line(results.name()), one_line(name)),
                     fmt::format("there is: {}", fmt::join(results.header().options, ", ")));
}

}  // namespace

expression::Term expression_of(const std::string& text) {
    auto compiled = expression::compile(text);
    if (compiled.problem.text.empty()) return std::move(compiled.term);
    throw UsageError(fmt::format("letter {} of '{}': {}", compiled.problem.at + 1, one_line(text),
                                 compiled.problem.text),
                     compiled.problem.hint.empty() ? "for instance sum(civilian_deaths)"
                                                   : compiled.problem.hint);
}

PointsOutcome points_outcome(const Results& results, const PointsQuestion& question) {
    const Header& h = results.header();
    if (h.points.empty())
        throw UsageError(one_line(results.name()) + " has no points of a design",
                         "make one with `forestall sweep`, or `forestall ensemble --set`");
    const expression::Term term = expression_of(question.outcome);
    const std::size_t option = option_index(results, question.option);
    PointsOutcome out{h.points.held, h.points.values, {}, {}, h.options[option]};
    out.members = out.known = results.members().size();
    for (std::size_t p = 0; p < h.points.count(); ++p) {
        auto found = expression::outcome_of(results, p * h.options.size() + option, term);
        out.known = std::min(out.known, found.known);
        out.runs.push_back(std::move(found.numbers));
        out.means.push_back(expression::reduced("mean", out.runs.back(), 0));
        if (!std::isfinite(out.means.back()))
            throw InputError(
                fmt::format("{} is not known at point {}: {}", one_line(question.outcome), p,
                            one_line(point_text(h.points, p))),
                "ask for what is known in every run: any(…) in place of first(…), and nothing over "
                "what may be 0");
    }
    return out;
}

std::string points_note(const PointsOutcome& o) {
    std::string out =
        "Every point counts alike: where points were not drawn from the laws of the inputs, as in "
        "a grid, a list or strata, these are figures of the points and no probabilities\n";
    if (o.known < o.members)
        out += fmt::format(
            "Known in {} of {} at the worst point; what is not known is left out of means\n",
            thousands(o.known), counted(o.members, "member", "members"));
    return out;
}

}  // namespace forestall::app
