// SPDX-License-Identifier: Apache-2.0
// An outcome at the points of a results file with a design.
#pragma once
#include <string>
#include <vector>

#include "analysis/expression/syntax.hpp"
#include "design/input.hpp"
#include "results/reader.hpp"

namespace forestall::app {

/// What is asked of a file: the outcome, and under which option.
struct PointsQuestion {
    std::string path;
    std::string outcome = "sum(civilian_deaths)";
    std::string option;  ///< "": the first of the file
};

struct PointsOutcome {
    std::vector<std::string> inputs;  ///< names of what is held
    design::Rows points;              ///< their values, [point][input]
    design::Rows runs;                ///< [point][member]; one number if members are taken together
    std::vector<double> means;        ///< by point
    std::string option;
    std::size_t members = 0;
    std::size_t known = 0;  ///< members of whom all was known, at the point where they are fewest
};

/// What a reader of any figure of these points must know: how many members it leaves out, and that
/// every point counts alike.
std::string points_note(const PointsOutcome& outcome);

/// UsageError for an expression that cannot be read, an option that is not there, a file without
/// points; InputError where the outcome is not known at a point.
PointsOutcome points_outcome(const Results& results, const PointsQuestion& question);

/// The tree of an expression that the command line gives; UsageError with the letter that is wrong.
expression::Term expression_of(const std::string& text);

}  // namespace forestall::app
