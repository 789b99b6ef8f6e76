// SPDX-License-Identifier: Apache-2.0
// What one seat knows when a turn is open: an immutable snapshot, and the only thing about a world
// that may be sent to a seat. It has no field for what is true: what comes from the world has gone
// through the fog.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/exercise/course.hpp"
#include "app/exercise/fog.hpp"
#include "app/exercise/session.hpp"

namespace forestall::app::exercise {

/// An order of the seat and how far it is.
struct OrderLine {
    std::string action;
    std::string title;
    std::string intervention;
    std::string partner;
    std::vector<std::string> targets;
    int given = 0;
    int start = 0;
    std::string state;  ///< "asks for consent", "in preparation: arrives 2032-03-29"
    double bound = 0;   ///< USD set aside for it
    bool over = false;
};

/// What the white cell or another seat told it.
struct Message {
    int turn = 0;
    std::string number;  ///< of the inject
    std::string from;
    std::string title;
    std::string text;
};

struct SeatView {
    std::string seat;
    SeatRole role = SeatRole::country_desk;
    std::string branch;
    int turn = 0;
    int turns = 0;
    bool over = false;
    std::string date;  ///< first day of the open turn
    std::vector<IndicatorValue> indicators;
    std::vector<Report> inbox;  ///< in order of the day that they came
    Day new_from = 0;           ///< reports that came from this day on are of the last turn
    std::vector<Message> messages;
    std::vector<OrderLine> orders;
    Means means;

    /// The stage as the seat sees it; none: it does not know yet.
    std::optional<Stage> stage() const;
};

/// `course`: up to the close of the turn before the open one.
SeatView view_of(const Case& on, const Session& session, const Course& course,
                 const SeatPlan& seat);
/// Where and when a seat had people of its own who see and tell.
std::vector<Presence> presence_of(const Branch& branch, const Course& course, const SeatPlan& seat);
/// With what lies behind each report: for the white cell.
std::vector<SourcedReport> sourced_reports(const Case& on, const Branch& branch,
                                           const Course& course, const SeatPlan& seat);

/// How well a seat was told: for the white cell and the review.
struct Hearing {
    std::string seat;
    std::size_t events = 0;      ///< with deaths, so far
    std::size_t heard = 0;       ///< of them
    std::size_t reports = 0;     ///< in all
    std::size_t nothing = 0;     ///< of reports: with no event behind them
    std::size_t wrong_side = 0;  ///< of reports
    std::size_t repeated = 0;    ///< of reports
};
Hearing hearing_of(const Case& on, const Branch& branch, const Course& course,
                   const SeatPlan& seat);

Json to_json(const SeatView& view, const Case& on);

}  // namespace forestall::app::exercise
