// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "analysis/expression/evaluate.hpp"
#include "core/diagnostics.hpp"

namespace forestall::expression {
namespace {

std::string meant(std::string_view name, std::span<const std::string> names) {
    const std::string near = nearest(name, names);
    return near.empty() ? "" : fmt::format("did you mean '{}'?", near);
}

Problem unknown_function(const Term& term) {
    std::vector<std::string> names;
    std::string list;
    for (const FunctionSpec& f : functions()) {
        names.emplace_back(f.name);
        list += fmt::format("{}{}", list.empty() ? "" : ", ", f.name);
    }
    const std::string hint = meant(term.name, names);
    return {fmt::format("there is no function '{}'", term.name), term.at,
            hint.empty() ? "functions are " + list : hint};
}

Problem call_problem(const Term& term, const Dimensions& dimensions) {
    const FunctionSpec* function = find_function(term.name);
    if (function == nullptr) return unknown_function(term);
    const std::size_t arguments = function->with_level ? 2 : 1;
    if (term.parts.size() != arguments)
        return {fmt::format("{} takes {}", term.name,
                            arguments == 2 ? "two arguments" : "one argument"),
                term.at, function->with_level ? "for instance quantile(civilian_deaths, 0.9)" : ""};
    if (function->with_level) {
        const Term& level = term.parts[1];
        if (level.kind != Term::Kind::number || level.number < 0 || level.number > 1)
            return {"a level is a plain number from 0 to 1", level.at, "nine in ten are 0.9"};
    }
    if (!function->one_by_one && dimensions_of(term.parts[0], dimensions) == 0)
        return {fmt::format("{} is given one number, of which there is nothing to take", term.name),
                term.at, "it takes a variable, or a calculation with one"};
    return {};
}

}  // namespace

int dimensions_of(const Term& term, const Dimensions& dimensions) {
    if (term.kind == Term::Kind::name) return dimensions(term.name).value_or(0);
    if (term.kind == Term::Kind::call) {
        const FunctionSpec* function = find_function(term.name);
        const int taken = function != nullptr && function->one_by_one ? 0 : 1;
        return std::max(0, dimensions_of(term.parts.at(0), dimensions) - taken);
    }
    int most = 0;
    for (const Term& part : term.parts) most = std::max(most, dimensions_of(part, dimensions));
    return most;
}

Problem check(const Term& term, const Dimensions& dimensions, std::span<const std::string> names) {
    if (term.kind == Term::Kind::name && !dimensions(term.name))
        return {fmt::format("there is no variable '{}'", term.name), term.at,
                meant(term.name, names)};
    for (const Term& part : term.parts)
        if (Problem problem = check(part, dimensions, names); !problem.text.empty()) return problem;
    return term.kind == Term::Kind::call ? call_problem(term, dimensions) : Problem{};
}

}  // namespace forestall::expression
