// SPDX-License-Identifier: Apache-2.0
#include "analysis/expression/of_results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace forestall::expression {
namespace {

bool usable(const Variable& v) { return v.along == Along::time || v.along == Along::nothing; }

/// Steps that never came are -1 in the file.
bool is_step(const Variable& v) { return v.spec->name.ends_with("_step"); }

Values values_of(const Results& results, std::size_t column, std::string_view name) {
    const Variable* variable = find_variable(name);
    if (variable == nullptr || !results.has(*variable))
        throw FormatError(results.name(), fmt::format("it has no '{}'", name));
    Values out;
    out.dimensions = variable->along == Along::time ? 2 : 1;
    out.members = results.members().size();
    out.steps = out.dimensions == 2 ? results.header().time.size() : 1;
    out.numbers = results.values(*variable, column);
    if (is_step(*variable))
        for (double& x : out.numbers)
            if (x < 0) x = std::numeric_limits<double>::quiet_NaN();
    return out;
}

}  // namespace

std::vector<std::string> variable_names() {
    std::vector<std::string> out;
    for (const Variable& v : all_variables())
        if (usable(v)) out.emplace_back(v.spec->name);
    return out;
}

std::optional<int> variable_dimensions(std::string_view name) {
    const Variable* v = find_variable(name);
    if (v == nullptr || !usable(*v)) return std::nullopt;
    return v->along == Along::time ? 2 : 1;
}

Compiled compile(const std::string& text) {
    Parsed parsed = parse(text);
    Compiled out;
    if (!parsed.good()) {
        out.problem = {parsed.problem, parsed.at, ""};
        return out;
    }
    out.term = std::move(parsed.term);
    out.problem = check(out.term, variable_dimensions, variable_names());
    if (!out.problem.text.empty()) return out;
    out.dimensions = dimensions_of(out.term, variable_dimensions);
    if (out.dimensions == 2)
        out.problem = {"a number for each step is left", 0,
                       fmt::format("take it together, for instance sum({})", text)};
    return out;
}

Outcome outcome_of(const Results& results, std::size_t column, const Term& term) {
    Values v =
        evaluate(term, [&](std::string_view name) { return values_of(results, column, name); });
    const std::size_t members = results.members().size();
    std::size_t lost = v.left_out;
    if (v.dimensions == 1)
        lost = std::max(
            lost, static_cast<std::size_t>(std::count_if(v.numbers.begin(), v.numbers.end(),
                                                         [](double x) { return std::isnan(x); })));
    return {std::move(v.numbers), members - std::min(lost, members)};
}

}  // namespace forestall::expression
