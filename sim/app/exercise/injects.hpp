// SPDX-License-Identifier: Apache-2.0
// Which injects of the list are due: those of a turn that has come, and those whose condition
// holds. They propose themselves to the white cell; the ones marked `auto` come without being
// asked. Pure.
#pragma once
#include <string>
#include <vector>

#include "app/exercise/course.hpp"
#include "app/exercise/session.hpp"

namespace forestall::app::exercise {

struct Proposal {
    std::size_t row = 0;  ///< of the list
    std::string number;
    std::string title;
    std::string why;  ///< "turn 3", "risk >= 0.5"
    bool automatic = false;
    bool moves_world = false;
};

/// Injects that are neither fired nor skipped, whose time has come. `course`: up to the turn before
/// the open one.
std::vector<Proposal> due(const Case& on, const Branch& branch, const Course& course);
/// The list with what a branch made of it.
Msel msel_of(const Case& on, const Branch& branch);

}  // namespace forestall::app::exercise
