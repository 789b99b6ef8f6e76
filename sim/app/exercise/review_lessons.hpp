// SPDX-License-Identifier: Apache-2.0
// What is taken away from a session: what people wrote down, and what the figures and the reports
// of the review carry. Each with its evidence, an event or a figure. As CSV and as Markdown.
#pragma once
#include <string>
#include <vector>

#include "app/exercise/review.hpp"
#include "app/exercise/review_timeline.hpp"

namespace forestall::app::exercise {

struct Lesson {
    std::string observation;
    std::string evidence;        ///< an event, a figure, a report; empty: none was given
    std::string objective;       ///< id of an objective of the plan; empty: none was named
    std::string recommendation;  ///< empty: the room has still to say
    std::string seat;            ///< who wrote it; empty: the review
    int turn = 0;                ///< in which it was written; 0: after the last
};

/// The body of a lesson's record: "OBSERVATION; EVIDENCE; OBJECTIVE; RECOMMENDATION", of which the
/// first only must be there.
Json lesson_body(const std::string& line);

/// What was written down, in order; then of the review: orders that can be told from chance, times
/// that would have been better, and what each seat was told.
std::vector<Lesson> lessons_of(const Branch& branch, const Review& review,
                               const Timeline& timeline);

std::string lessons_csv(const std::vector<Lesson>& lessons);
std::string lessons_markdown(const std::vector<Lesson>& lessons, const std::string& title);

}  // namespace forestall::app::exercise
