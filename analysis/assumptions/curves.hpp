// SPDX-License-Identifier: Apache-2.0
// Rule: the mean net harm of each option less that of the advice, as one number moves over a grid
// of normal scores, and how sure it is at both plausible ends. Reads differences and what was
// drawn.
#pragma once
#include <array>
#include <vector>

#include "analysis/assumptions/learn.hpp"

namespace forestall::assumptions {

/// Scores from -farthest to farthest, an odd number; 0 and both plausible ends are among them.
std::vector<double> score_grid();

/// At an end: value, standard error (sandwich), and what each member adds to a resample of it.
struct End {
    double value = 0;
    double error = 0;
    VectorXd share;
};

struct Curve {
    double mean = 0;            ///< of the difference as it is drawn
    std::vector<double> value;  ///< at the grid
    std::array<End, 2> ends;    ///< at -plausible and +plausible
};

/// Per rival; flat and without error where the assumption cannot move the difference (`moved`).
std::vector<Curve> curves_of(const Assumption& assumption, const MatrixXd& difference,
                             const std::vector<bool>& moved);

}  // namespace forestall::assumptions
