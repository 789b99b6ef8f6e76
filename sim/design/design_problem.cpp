// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "design/design.hpp"
#include "design/sobol.hpp"

namespace forestall::design {
namespace {

/// Every level needs as many steps of the grid as another, and a move half of them.
std::string morris_levels_problem(const Input& input, std::size_t grid) {
    const std::size_t n = input.levels.size();
    if (n < 2 || !input.weights.empty()) return "morris takes two or more levels, all alike";
    if (n % 2 != 0 && n != 3) return "morris takes three levels, or an even number of them";
    if (grid % n != 0) return fmt::format("grid_levels must be a multiple of its {} levels", n);
    return "";
}

std::string inputs_problem(const Design& d) {
    if (d.inputs.empty()) return "a design varies at least one input";
    for (std::size_t i = 0; i < d.inputs.size(); ++i) {
        const Input& input = d.inputs[i];
        for (std::size_t k = 0; k < i; ++k)
            if (d.inputs[k].name == input.name) return input.name + " is varied twice";
        if (d.method == Method::list) continue;  // has no law of its own
        if (std::string problem = input_problem(input); !problem.empty())
            return fmt::format("{}: {}", input.name, problem);
        if (d.method == Method::grid && !input.discrete() &&
            (i >= d.steps.size() || d.steps[i] == 0))
            return input.name + " needs steps in a grid";
        if (d.method == Method::morris && input.discrete())
            if (std::string problem = morris_levels_problem(input, d.levels); !problem.empty())
                return fmt::format("{}: {}", input.name, problem);
    }
    return "";
}

std::string strata_problem(const Design& d) {
    if (!d.joined.empty() && !d.strata.empty())
        return "strata are of inputs that are not correlated";
    for (const Stratum& stratum : d.strata) {
        if (stratum.points == 0) return "a stratum has at least one point";
        for (const Part& part : stratum.parts) {
            if (part.input >= d.inputs.size()) return "a stratum names an input that is not varied";
            if (!(part.low >= 0 && part.low < part.high && part.high <= 1))
                return "a part lies between two shares, the first less than the second";
        }
    }
    return "";
}

std::string listed_problem(const Design& d) {
    if (d.listed.empty()) return "a list has at least one point";
    for (const auto& row : d.listed) {
        if (row.size() != d.inputs.size()) return "every point of a list has all inputs";
        for (const double value : row)
            if (!std::isfinite(value)) return "every value of a list is a finite number";
    }
    return "";
}

}  // namespace

std::string design_problem(const Design& d) {
    if (std::string problem = inputs_problem(d); !problem.empty()) return problem;
    if (d.method == Method::list) {
        if (std::string problem = listed_problem(d); !problem.empty()) return problem;
    }
    if (!fills(d.method) && !d.joined.empty())
        return fmt::format("{} takes independent inputs", method_words.text(d.method));
    if (!fills(d.method) && !d.strata.empty())
        return fmt::format("{} takes no strata", method_words.text(d.method));
    if (d.method == Method::morris && (d.levels < 2 || d.levels % 2 != 0))
        return "levels of a Morris design must be even";
    if (d.method == Method::morris && d.inputs.size() < 2)
        return "morris takes two or more inputs; of one, take a grid";
    if (d.method == Method::saltelli && d.points == 1)
        return "saltelli takes two or more base rows";
    const std::size_t wide = d.method == Method::saltelli ? 2 : 1;
    if ((wide == 2 || d.method == Method::sobol) && d.inputs.size() > most_sobol_inputs / wide)
        return "more inputs than there are direction numbers for";
    if (design_size(d, 1) == 0) return "a design has at least one point";
    if (std::string problem = correlation_problem(d.joined, d.inputs.size()); !problem.empty())
        return problem;
    return strata_problem(d);
}

}  // namespace forestall::design
