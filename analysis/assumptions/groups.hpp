// SPDX-License-Identifier: Apache-2.0
// Sets of assumptions that one inquiry might settle together: all of a grade, of an actor, of an
// intervention, of a room of the model, the weights that members draw as a row, and everything that
// is uncertain.
#pragma once
#include <string>
#include <vector>

#include "analysis/assumptions/study.hpp"

namespace forestall::assumptions {

struct Set {
    std::string name;
    std::vector<std::size_t> members;  ///< positions in Study::assumptions, ascending
};

/// Sets of two assumptions or more; "everything uncertain" first, then "weights of decisions".
std::vector<Set> sets_of(const Study& study);

/// "actor Ridge Front", "effects of mediation", "population": what a number is about, by its name
/// and words.
std::string subject_of(const Assumption& assumption);

}  // namespace forestall::assumptions
