// SPDX-License-Identifier: Apache-2.0
// What is taken home from an exercise: the review as a page, lessons as a table, and truth beside
// what each seat was told, over time. For the white cell, and for seats once the review is
// released.
#pragma once
#include <string>

#include "app/exercise/play.hpp"
#include "app/exercise/review.hpp"

namespace forestall::app::exercise {

/// Truth and each seat's view of it, step by step, and what was done when.
Json timeline_json(Play& play);
Json hearings_json(Play& play);
/// One page that loads nothing and has no script. `review`: nullptr if none was made.
std::string home_page(Play& play, const Review* review, const std::string& program);
/// observation,evidence,objective,recommendation,turn,seat
std::string lessons_csv(const Branch& branch);

}  // namespace forestall::app::exercise
