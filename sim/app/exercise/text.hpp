// SPDX-License-Identifier: Apache-2.0
// Rule: what was played is an ordinary scenario: orders are dated actions of one option, world
// injects dated triggers. Text that speaks of later days only leaves what was before as it was, bit
// for bit, because draws are addressed by name and step. Pure.
#pragma once
#include <optional>
#include <string>

#include "app/exercise/session.hpp"

namespace forestall::app::exercise {

inline constexpr const char* played_option = "played";

/// How one order of a branch is told otherwise, for a review.
struct Otherwise {
    std::string action;  ///< which
    bool left_out = false;
    Day earlier = 0;  ///< days
};

/// Text of an option with the orders that stand at the close of a turn; "" if there are none.
std::string option_text(const Case& on, const Branch& branch, int turn, const std::string& title,
                        const std::optional<Otherwise>& otherwise = {});
/// The [[trigger]]s that world injects fired up to the close of a turn are.
std::string trigger_text(const Case& on, const Branch& branch, int turn);
/// The scenario's files with the branch as it stands at the close of a turn: its option, if it has
/// an action, and its triggers.
ScenarioFiles text_of(const Case& on, const Branch& branch, int turn);

}  // namespace forestall::app::exercise
