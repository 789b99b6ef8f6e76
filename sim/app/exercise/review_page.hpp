// SPDX-License-Identifier: Apache-2.0
// A review as one page that loads nothing and has no script: what was true against what each seat
// saw, luck and skill apart, each order's part, stored options, lessons. Equal arguments give equal
// bytes. docs/exercise.md
#pragma once
#include <string>
#include <vector>

#include "app/exercise/review.hpp"
#include "app/exercise/review_lessons.hpp"
#include "app/exercise/review_timeline.hpp"

namespace forestall::app::exercise {

struct ReviewPage {
    std::string title;   ///< of the exercise
    std::string branch;  ///< name
    Day turn_days = 28;
    Day tail_days = 0;  ///< beyond the last turn
    const Case& on;
    const Review& review;
    const Timeline& timeline;
    std::vector<Lesson> lessons;
    std::string program;
    std::string again;  ///< how the page is made again
};

std::string review_page(const ReviewPage& page);

/// Its drawings, each for a desk or a telephone.
std::string course_figure(const ReviewPage& page);
/// What was done when, a row for each seat.
std::string marks_figure(const ReviewPage& page);
/// One series in truth, and as each seat saw it at the close of each turn.
std::string seen_figure(const ReviewPage& page, SeatIndicator what);
/// Factors of the typical future with their intervals.
std::string factors_figure(const ReviewPage& page);

}  // namespace forestall::app::exercise
