// SPDX-License-Identifier: Apache-2.0
// The state of an exercise as a fold of its journal: which branch is played, which turn is open,
// what was ordered, cancelled and injected on each branch. Pure: no clock, no file, no run of the
// world. Reads the case and records; equal records give equal sessions.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/exercise/case.hpp"
#include "app/exercise/clock.hpp"
#include "app/exercise/journal.hpp"
#include "app/exercise/order.hpp"

namespace forestall::app::exercise {

/// That the white cell took an order against the rules, put another in its place, or took it away.
struct Overruling {
    enum class What : std::uint8_t { accept, alter, refuse };
    What what = What::refuse;
    int turn = 0;
    std::string note;  ///< for the seat
};

inline constexpr auto overruling_words = vocabulary<Overruling::What>({
    {Overruling::What::accept, "accept"},
    {Overruling::What::alter, "alter"},
    {Overruling::What::refuse, "refuse"},
});

/// An order that was taken, and what became of it by other records.
struct PlayedOrder {
    Order order;
    std::string action;  ///< its name in the option
    std::string seat;
    int given = 0;           ///< turn
    int start = 0;           ///< turn
    int stop = 0;            ///< turn on whose first day it stops; 0: not told to
    int cancelled = 0;       ///< turn in which it was; 0: it was not
    bool withdrawn = false;  ///< cancelled before anything was begun: it is no part of the option
    int ended = 0;           ///< turn at whose close it was over; 0: not yet
    double spent = 0;        ///< USD, once it has ended
    std::vector<OrderNote> notes = {};
    std::optional<Overruling> overruled = {};

    /// Whether it is part of the option that the close of a turn leaves.
    bool stands(int turn) const { return given <= turn && !(withdrawn && cancelled <= turn); }
    /// Turn on whose first day it stops, as known at the close of a turn; 0: none.
    int stops(int turn) const {
        if (cancelled > 0 && cancelled <= turn && !withdrawn) return cancelled;
        return order.stop;
    }
};

/// An order that was not taken.
struct RefusedOrder {
    Order order;
    Answer answer;
    std::string seat;  ///< that gave it
    int turn = 0;
};

/// Money and staff that the white cell added to a seat's, to take an order that lacked them.
struct Grant {
    std::string seat;
    int turn = 0;
    double money = 0;  ///< USD
    double staff = 0;  ///< people
};

struct PlayedInject {
    std::string number;
    int turn = 0;
    bool fired = false;  ///< else skipped
};

/// Something said: a note, a lesson, a bookmark.
struct Remark {
    std::uint64_t n = 0;  ///< of its record
    RecordKind kind = RecordKind::note;
    int turn = 0;
    std::string seat;
    Json body;
};

struct Branch {
    std::string name;
    std::string parent;  ///< empty for the first
    int from = 1;        ///< first turn of its own
    int turn = 1;        ///< that is open; one more than the plan has when it is over
    std::vector<PlayedOrder> orders;
    std::vector<PlayedInject> injects;
    std::vector<Remark> remarks;
    std::vector<RefusedOrder> refused;
    std::vector<Grant> grants;
    std::set<std::string> ready;  ///< seats that are done with the open turn

    const PlayedOrder* find(std::string_view action) const;
    /// The last that was refused of an id; nullptr if there is none.
    const RefusedOrder* refusal(std::string_view id) const;
    /// What a seat was granted.
    Grant granted(std::string_view seat) const;
    const PlayedInject* inject(std::string_view number) const;
};

/// What is open in a branch, and what was meant: both by branch and turn.
std::string stale_text(const Branch& open, std::string_view branch, std::int64_t turn);

/// Money and staff of a seat, as orders bind them: what an order may cost until it stops, ends or
/// the exercise does is set aside when it is given. So no seat ever spends more than it has.
struct Means {
    double money = 0, bound = 0;  ///< USD; without limit: infinite
    double staff = 0, busy = 0;   ///< people

    double free_money() const { return money - bound; }
    double free_staff() const { return staff - busy; }
};

class Session {
public:
    explicit Session(const Case& on) : case_(&on) {}
    /// InputError for a record that does not fit what was before.
    void apply(const Record& record);
    void apply(std::span<const Record> records);

    const Branch& branch() const { return branches_.at(current_); }
    const Branch& branch(std::string_view name) const;
    const std::map<std::string, Branch, std::less<>>& branches() const { return branches_; }
    bool begun() const { return !branches_.empty(); }
    bool over() const { return branch().turn > case_->plan().turns; }
    const TurnClock& clock() const { return clock_; }
    /// Whether seats may see the review.
    bool released() const { return released_; }
    /// When the last record was written.
    const std::string& last_time() const { return last_time_; }
    /// Name that the next branch gets.
    std::string next_branch() const;
    /// The answer that an id got first.
    std::optional<Answer> answered(std::string_view id) const;

    /// The answer to an order of seats that one player has; with an answer of an earlier id it is
    /// repeated. Rules: docs/exercise.md. It does not ask the scenario's reader.
    Answer consider(const Order& order, std::span<const std::string> seats) const;
    /// As the white cell would take it: what is exclusive, or lacks money or staff, is taken. What
    /// it lacks is `grant`.
    Answer overrule(const Order& order, std::span<const std::string> seats, Grant& grant) const;
    /// As the session would be if an order were cancelled in the open turn.
    Session without(std::string_view action, bool withdrawn) const;
    Means means(const SeatPlan& seat) const;
    /// The seat that commands an order's partner.
    std::string seat_of(const Order& order) const;
    /// USD set aside for an order.
    double bound_by(const PlayedOrder& order) const;

private:
    Answer check(const Order& order, std::span<const std::string> seats) const;
    Answer check_sense(const Order& order, std::span<const std::string> seats) const;
    Answer check_leader(const Order& order, const Intervention& what,
                        std::span<const std::string> seats) const;
    Answer check_apart(const Order& order) const;
    Answer taken(const Order& order, const Intervention& what) const;
    Answer check_targets(const Order& order, const Intervention& what) const;
    Answer check_turns(const Order& order) const;
    Answer check_means(const Order& order, const Intervention& what) const;
    std::string action_name(const Order& order) const;
    double bound_by(const Order& order, const Intervention& what, int start, int stop) const;
    Branch& open_branch(const Record& record);
    void rewind(const Record& record);
    void take_order(const Record& record, Branch& now);
    void take_cancel(const Record& record, Branch& now);
    void take_overruling(const Record& record, Branch& now);
    void take_clock(const Record& record);
    PlayedOrder& standing(const Record& record, Branch& now);

    const Case* case_;
    std::map<std::string, Branch, std::less<>> branches_;
    std::string current_;
    std::map<std::string, Answer, std::less<>> answers_;
    TurnClock clock_;
    bool released_ = false;
    std::string last_time_;
};

/// A branch as it was when a turn was opened.
Branch rewound(const Branch& branch, int turn);

}  // namespace forestall::app::exercise
