// SPDX-License-Identifier: Apache-2.0
// The exercise behind a server: everything that players ask for and that is not ready on the board
// is done here, one thing after another, and the board is made anew. Knows no network and no clock:
// moments come in.
// Thread safety: one thread at a time; boards that were handed out may be read from any.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/exercise/server/board.hpp"
#include "app/exercise/server/request.hpp"
#include "app/exercise/server/reviewer.hpp"
#include "app/exercise/server/routes.hpp"

namespace forestall::app::exercise {

struct Moment {
    std::string t;        ///< as records have it
    std::int64_t ms = 0;  ///< since 1970
};

/// One thing that a player asks for.
struct Call {
    Deed deed = Deed::view;
    Participant player;
    std::string seat;  ///< that is meant; "": none
    Json body;
    Moment now;
};

/// What a view shows otherwise than before, as events name it.
enum class News : std::uint8_t { turn, inbox, clock, ready, orders, team, aar, out };

inline constexpr auto news_words = vocabulary<News>({
    {News::turn, "turn"},
    {News::inbox, "inbox"},
    {News::clock, "clock"},
    {News::ready, "ready"},
    {News::orders, "orders"},
    {News::team, "team"},
    {News::aar, "aar"},
    {News::out, "out"},
});

/// A body that cannot be read: 400.
class BadField : public std::runtime_error {
public:
    BadField(std::string field, const std::string& what)
        : std::runtime_error(what), field_(std::move(field)) {}
    const std::string& field() const { return field_; }

private:
    std::string field_;
};

/// It does not fit what is the case now: 409.
class Conflict : public std::runtime_error {
public:
    Conflict(std::string code, const std::string& what, std::string hint = "")
        : std::runtime_error(what), code_(std::move(code)), hint_(std::move(hint)) {}
    const std::string& code() const { return code_; }
    const std::string& hint() const { return hint_; }

private:
    std::string code_, hint_;
};

struct RoomPlan {
    bool planning = false;                         ///< one planner, no clock
    std::string keys_file;                         ///< where keys are kept
    std::string link;                              ///< "http://127.0.0.1:8765/#join="
    std::string outline;                           ///< GeoJSON of the scenario's own map
    std::string program;                           ///< for pages that are exported
    Common common;                                 ///< threads and seed of reviews
    std::function<void()> review_changed = [] {};  ///< from the review's thread
};

class Room {
public:
    Room(Play play, Keys keys, RoomPlan plan);

    /// Does it, durably before it returns. Never throws for what who asks can cause.
    Reply act(const Call& call);
    /// Closes the turn if its clock is at zero.
    void tick(const Moment& now);
    /// When `tick` has something to do, if nothing else happens; none: never.
    std::optional<std::int64_t> next_tick_ms() const;
    /// A player has one connection more, or one less.
    void here(const std::string& as, int more);
    /// The review told something.
    void review_told();

    std::shared_ptr<const Board> board() const { return board_; }
    const Play& play() const { return play_; }
    /// What changed since it was asked last.
    std::set<News> take_changes();
    /// Participant who was locked out since it was asked last; "": nobody.
    std::string take_out();

private:
    using Do = Reply (Room::*)(const Call& call);
    static const std::map<Deed, Do>& deeds();
    void changed(News what) { changes_.insert(what); }
    void make_board();
    bool all_ready() const;
    Json close_turn(const Moment& now);
    void expect(const Json& body) const;
    Json opened() const;
    std::vector<std::string> seats_of(const Call& call) const;
    Reply answer_reply(const Answer& answer) const;

    // What seats do.
    Reply join(const Call& call);
    Reply order(const Call& call);
    Reply cancel(const Call& call);
    Reply ready(const Call& call);
    Reply note(const Call& call);
    Reply lesson(const Call& call);
    // What the white cell does.
    Reply turn(const Call& call);
    Reply clock(const Call& call);
    Reply inject(const Call& call);
    Reply overrule(const Call& call);
    Reply rewind(const Call& call);
    Reply branch(const Call& call);
    Reply bookmark(const Call& call);
    Reply hand_over(const Call& call);
    Reply release(const Call& call);
    Reply truth(const Call& call);
    // The review and what is taken home.
    Reply review(const Call& call);
    Reply review_start(const Call& call);
    Reply review_stop(const Call& call);
    Reply export_report(const Call& call);
    Reply export_option(const Call& call);
    Reply export_journal(const Call& call);
    Reply export_msel(const Call& call);
    Reply export_lessons(const Call& call);
    Json review_document();
    const Json& timeline();

    Play play_;
    Keys keys_;
    RoomPlan plan_;
    std::shared_ptr<const Folder> folder_;
    std::shared_ptr<const Board> board_;
    std::size_t board_records_ = 0;  ///< of the journal, that are in the board
    std::map<std::string, int, std::less<>> here_;
    std::set<News> changes_;
    std::string out_;
    std::optional<std::int64_t> retry_ms_;  ///< a turn that could not be closed
    Json timeline_;
    std::size_t timeline_records_ = 0;  ///< of the journal, that are in it
    std::unique_ptr<Reviewer> reviewer_;
};

}  // namespace forestall::app::exercise
