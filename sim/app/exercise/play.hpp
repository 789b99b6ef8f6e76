// SPDX-License-Identifier: Apache-2.0
// A session being played: everything that anybody does goes through here, is written to the journal
// first and done then, so that what was acknowledged is never lost. The time comes in as text. What
// seats see are immutable snapshots, made once for every state of the journal.
// Thread safety: one thread at a time does; snapshots that were handed out may be read from any.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/exercise/course.hpp"
#include "app/exercise/injects.hpp"
#include "app/exercise/journal.hpp"
#include "app/exercise/session.hpp"
#include "app/exercise/view.hpp"

namespace forestall::app::exercise {

/// What a cancelled order becomes.
struct Cancelled {
    bool done = false;
    std::string text;  ///< a sentence
};

/// What the white cell does about an order.
struct OverrulingWish {
    Overruling::What what = Overruling::What::refuse;
    std::string action;  ///< of the order that stands (alter, refuse)
    std::string id;      ///< of the order that was refused (accept)
    Order order;         ///< in its place (alter)
    std::string note;    ///< for the seat
};

/// What the white cell does with the clock.
enum class ClockMove : std::uint8_t { run, pause, extend };

inline constexpr auto clock_words = vocabulary<ClockMove>({
    {ClockMove::run, "run"},
    {ClockMove::pause, "pause"},
    {ClockMove::extend, "extend"},
});

/// How a session begins.
struct Beginning {
    std::string dir;  ///< the scenario, as it was named
    std::string layout;
    std::string program;
    std::string t;
};

class Play {
public:
    /// Goes on with what the journal holds. InputError if it is of another scenario.
    Play(Case on, Journal journal);
    /// Writes the first line of a new journal and opens the first turn.
    void begin(const Beginning& how);
    /// After a restart: what belongs to the opening of the turn and was cut off. A clock that ran
    /// is paused, with what it had left when the last record was written.
    void go_on(const std::string& t);

    const Case& on() const { return *case_; }
    const Session& session() const { return session_; }
    const Journal& journal() const { return journal_; }
    const ExercisePlan& plan() const { return case_->plan(); }

    /// The answer, which is in the journal; `seats`: those of who orders.
    Answer order(const Order& order, const std::vector<std::string>& seats, const std::string& t);
    Cancelled cancel(const std::string& action, const std::vector<std::string>& seats,
                     const std::string& t);
    /// As `cancel` or `order`, by the white cell, against rules and for any seat. UsageError for
    /// what there is none of.
    Answer overrule(const OverrulingWish& wish, const std::string& t);
    /// That a seat is done with the open turn, or not yet.
    void ready(const std::string& seat, bool done, const std::string& t);
    /// UsageError where turns have no clock, or the last one is over.
    void clock(ClockMove move, double minutes, const std::string& t);
    /// Whether seats may see the review.
    void release(bool released, const std::string& t);
    /// A seat's key was changed.
    void hand_over(const std::string& seat, const std::string& t);
    /// Injects that are due and not decided.
    std::vector<Proposal> proposals();
    /// UsageError for one that is not in the list or decided already, TextRefused if the scenario's
    /// reader refuses the trigger.
    void inject(const std::string& number, bool fire, const std::string& t);
    /// Computes the open turn, then closes it and opens the next, with the injects that come by
    /// themselves.
    void close_turn(const std::string& t);
    /// UsageError for a turn that was not played, or a name that is not there.
    void rewind(int turn, const std::string& t);
    void switch_to(const std::string& branch, const std::string& t);
    /// Number of its record.
    std::uint64_t remark(RecordKind kind, const std::string& seat, Json body, const std::string& t);

    /// Up to the close of the turn before the open one.
    std::shared_ptr<const Course> course();
    std::shared_ptr<const Course> course(const Branch& branch, int turn);
    std::shared_ptr<const SeatView> view(const std::string& seat);

private:
    const Record& write(RecordKind kind, const std::string& seat, Json body, const std::string& t);
    void open_turn(const std::string& t);
    /// What the scenario's reader says of a session's branch with one more order.
    Answer asked_reader(const Session& session, Answer answer, const Order& order,
                        const Grant& grant = {}) const;
    void add_notes(Answer& answer, const Order& order);
    /// Whether the desk had begun an order; why it cannot be cancelled, if it cannot.
    bool begun(const PlayedOrder& order, std::string& why_not);
    std::vector<std::string> all_seats() const;

    std::unique_ptr<const Case> case_;  ///< its address stays when the session is moved
    Journal journal_;
    Session session_;
    std::unique_ptr<Courses> courses_;
    std::map<std::string, std::shared_ptr<const SeatView>> views_;  ///< of the journal as it is
};

/// Body of the first record. `Case` of a journal's first record: seed, member and digests agree.
Json beginning_of(const Case& on, const Beginning& how);
/// InputError if the scenario is not the one that the record names.
void check_beginning(const Case& on, const Record& first);

}  // namespace forestall::app::exercise
