// SPDX-License-Identifier: Apache-2.0
// An experiment against its scenario: are its inputs there and all values within bounds, are its
// options there, and can its outcomes be read?
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "scenario/experiment/experiment.hpp"

namespace forestall {

/// What may be varied, in which unit and within which bounds.
struct Bounded {
    std::string name;
    std::string unit;
    double low = 0;
    double high = 0;
};

/// What is wrong with an expression, or "" in `text`.
struct ExpressionProblem {
    std::string text;
    std::size_t letter = 0;  ///< where in the expression, from 0
    std::string hint;
};

/// What the scenario and the program know, for those who may not include both.
struct ExperimentGround {
    std::vector<Bounded> inputs;
    std::vector<std::string> options;
    std::function<ExpressionProblem(const std::string& expression)> outcome;
};

/// Adds E026, E403, E404 and E405. `points`: values of the design, [point][input].
void check_experiment(const Experiment& experiment, const design::Rows& points,
                      const ExperimentGround& ground, Diagnostics& diagnostics);

}  // namespace forestall
