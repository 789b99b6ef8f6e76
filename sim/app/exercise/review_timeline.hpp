// SPDX-License-Identifier: Apache-2.0
// What was true in a branch, beside what each seat saw of it and when: series of the world, each
// seat's indicators as they stood at the close of every turn, each report with the event that lies
// behind it or the word that there is none, and marks for orders, injects and changes of stage.
// For the white cell, and for seats once the review is released. Reads a course; moves nothing.
// docs/exercise.md
#pragma once
#include <array>
#include <string>
#include <vector>

#include "app/exercise/course.hpp"
#include "app/exercise/view.hpp"
#include "app/frame/json.hpp"

namespace forestall::app::exercise {

/// Step by step, in truth. Indicators of seats are of the first ones.
struct TrueSeries {
    std::string name;
    std::vector<double> values;
};

/// A seat's report, and what lies behind it.
struct CheckedReport {
    SourcedReport report;
    bool is_false = false;  ///< nothing happened
};

struct SeatLine {
    std::string seat;
    SeatRole role = SeatRole::country_desk;
    Hearing hearing;
    std::vector<std::vector<IndicatorValue>> at_close;  ///< [turn - 1]: as the seat saw them then
    std::vector<CheckedReport> reports;
};

/// An event with deaths, as it was.
struct TrueEvent {
    std::size_t position = 0;  ///< in the course's log
    Day day = 0;
    std::string kind, place, region, actor, group;
    Persons dead = 0;
    std::string told;                ///< sentences
    std::vector<std::string> why;    ///< the largest of what spoke for it
    std::vector<std::string> began;  ///< the events at the start of its chain of causes
    std::vector<std::string> heard;  ///< seats
};

enum class MarkKind : std::uint8_t { order, cancel, inject, stage, bookmark };

inline constexpr auto mark_words = vocabulary<MarkKind>({
    {MarkKind::order, "order"},
    {MarkKind::cancel, "cancel"},
    {MarkKind::inject, "inject"},
    {MarkKind::stage, "stage"},
    {MarkKind::bookmark, "bookmark"},
});

/// A thing on the line of time.
struct Mark {
    Day day = 0;
    int turn = 0;
    MarkKind kind = MarkKind::order;
    std::string seat;  ///< empty: nobody's, or the white cell's
    std::string text;
};

struct Timeline {
    std::vector<Day> days;  ///< ends of the steps that were played
    std::vector<Day> turn_ends;
    std::vector<TrueSeries> truth;
    std::vector<SeatLine> seats;
    std::vector<TrueEvent> events;  ///< in order of time
    std::vector<Mark> marks;        ///< likewise
};

/// `course`: to the close of the branch's last turn.
Timeline timeline_of(const Case& on, const Branch& branch, const Course& course);
/// docs/exercise.md
Json to_json(const Timeline& timeline, const Case& on);

}  // namespace forestall::app::exercise
