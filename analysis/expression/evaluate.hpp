// SPDX-License-Identifier: Apache-2.0
// Rule: a variable along time is a number for each member and step, another one a number for each
// member. A function takes one of these away, time first, then members: so
// `quantile(civilian_deaths, 0.9)` is the step that nine of ten do not exceed, in each member, and
// `quantile(sum(civilian_deaths), 0.9)` the member that nine of ten do not exceed. NaN stands for
// "never" and "not known": no comparison with it is true but that it is different, `known` is 0,
// and functions leave it out.
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/expression/syntax.hpp"

namespace forestall::expression {

/// How many dimensions a value has: 0 one number, 1 one a member, 2 one a member and step.
struct Values {
    int dimensions = 0;
    std::size_t members = 1;
    std::size_t steps = 1;
    std::vector<double> numbers{0};  ///< [member][step]
    std::size_t left_out = 0;        ///< most members that a function over members left out
};

struct FunctionSpec {
    std::string_view name;
    bool with_level = false;  ///< a second argument from 0 to 1
    bool one_by_one = false;  ///< takes nothing away: a number for each number
    std::string_view help;
};
/// None for a name that is no function's.
const FunctionSpec* find_function(std::string_view name);
/// In order of name.
std::span<const FunctionSpec> functions();

/// What can be named, without any numbers: dimensions of a variable, or nothing.
using Dimensions = std::function<std::optional<int>(std::string_view)>;
/// The numbers of a variable.
using Lookup = std::function<Values(std::string_view)>;

struct Problem {
    std::string text;  ///< "" if there is none
    std::size_t at = 0;
    std::string hint;
};
/// Unknown names and functions, wrong arguments. `names`: for hints.
Problem check(const Term& term, const Dimensions& dimensions, std::span<const std::string> names);

/// The value of a term that was checked; at most one dimension is left if `check` says so.
/// std::invalid_argument for a term that was not.
Values evaluate(const Term& term, const Lookup& lookup);

/// Dimensions that a checked term has.
int dimensions_of(const Term& term, const Dimensions& dimensions);

}  // namespace forestall::expression
