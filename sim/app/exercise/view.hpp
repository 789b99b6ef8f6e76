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
#include "app/exercise/kept_lessons.hpp"
#include "app/exercise/session.hpp"
#include "app/exercise/situation.hpp"

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
    int stop = 0;  ///< turn; 0: not told to
    double scale = 1;
    std::string id;
    std::vector<OrderNote> notes;
    std::optional<Overruling> overruled;
};

/// An order of the seat that was not taken.
struct RefusedLine {
    RefusedOrder refused;
    bool overruled = false;  ///< it was taken after all
};

/// What the white cell or another seat told it.
struct Message {
    int turn = 0;
    std::string number;  ///< of the inject
    std::string from;
    std::string title;
    std::string text;
};

/// What a seat wrote for itself, or for others.
struct SharedNote {
    std::uint64_t n = 0;
    int turn = 0;
    std::string from;             ///< seat; empty: the white cell
    std::vector<std::string> to;  ///< seats, or "all"; empty: for itself
    std::string text;
    Json report;  ///< that was shared, as it was told; null: none
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
    std::vector<std::vector<IndicatorValue>> history;  ///< of each indicator, a value a step
    Situation situation;
    std::vector<Report> inbox;  ///< in order of the day that they came
    Day new_from = 0;           ///< reports that came from this day on are of the last turn
    std::vector<Message> messages;
    std::vector<SharedNote> notes;
    std::vector<KeptLesson> lessons;  ///< its own, and all once the review is released
    std::vector<OrderLine> orders;
    std::vector<RefusedLine> refused;
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

/// Whether the white cell took an order that had been refused.
bool taken_after_all(const Branch& branch, const RefusedOrder& refused);
/// Notes of a branch that a seat may read; all of them for the white cell (no name).
std::vector<SharedNote> notes_for(const Branch& branch, const std::string& seat);
/// An order of a branch and how far it is.
OrderLine line_of(const Case& on, const PlayedOrder& order, const Course& course,
                  const Session& session);

/// As it is sent to the seat: docs/exercise-server.md.
Json to_json(const SeatView& view, const Case& on);
Json to_json(const Report& report, const Case& on);
Json to_json(const OrderLine& order);
Json to_json(const RefusedLine& order);
Json to_json(const SharedNote& note);

}  // namespace forestall::app::exercise
