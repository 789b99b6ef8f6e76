// SPDX-License-Identifier: Apache-2.0
// Outcome expressions over the variables of a results file: those along time, and those with one
// number a member.
#pragma once
#include <string>
#include <vector>

#include "analysis/expression/evaluate.hpp"
#include "results/reader.hpp"

namespace forestall::expression {

/// Names that an expression may use, in the order of the file.
std::vector<std::string> variable_names();
/// Dimensions of those.
std::optional<int> variable_dimensions(std::string_view name);

/// A tree that was checked against the variables, or what is wrong and where.
struct Compiled {
    Term term;
    Problem problem;
    int dimensions = 0;  ///< 0: one number a point; 1: one a member. 2 is a problem.
};
Compiled compile(const std::string& text);

struct Outcome {
    std::vector<double> numbers;  ///< one a member, or one in all if members are taken together
    std::size_t known = 0;        ///< members of whom all was known that was asked for
};

/// Of one column of a file (point and option together). -1 of a step that never came is NaN.
/// FormatError if the file is older than a variable.
Outcome outcome_of(const Results& results, std::size_t column, const Term& term);

}  // namespace forestall::expression
