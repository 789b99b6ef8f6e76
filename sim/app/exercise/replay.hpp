// SPDX-License-Identifier: Apache-2.0
// A session made again from its journal: each branch, turn by turn, with orders, their answers and
// hashes. What was answered is asked again, and what a closed turn's hash was is compared. Equal
// journals and scenarios give equal documents.
#pragma once
#include <string>
#include <vector>

#include "app/exercise/play.hpp"

namespace forestall::app::exercise {

struct Replayed {
    Json document;
    std::vector<std::string> differences;  ///< sentences; none: the same as it was played
};

Replayed replay(const Case& on, const std::vector<Record>& records);
std::string replay_text(const Case& on, const Replayed& replayed);

}  // namespace forestall::app::exercise
