// SPDX-License-Identifier: Apache-2.0
// Rule: a seat may read the lessons that it wrote, and once the review is released those of all.
// Reads a branch's records; moves nothing. docs/exercise.md
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/exercise/session.hpp"
#include "app/frame/json.hpp"

namespace forestall::app::exercise {

/// A lesson as it was written down.
struct KeptLesson {
    std::uint64_t n = 0;
    int turn = 0;
    std::string seat;  ///< empty: the white cell
    std::string observation;
    std::string evidence;        ///< empty: none was given
    std::string objective;       ///< likewise
    std::string recommendation;  ///< likewise
};

/// All of a branch, in order.
std::vector<KeptLesson> kept_lessons(const Branch& branch);
/// Those that a seat may read.
std::vector<KeptLesson> lessons_for(const Branch& branch, std::string_view seat, bool released);

Json to_json(const KeptLesson& lesson);

}  // namespace forestall::app::exercise
