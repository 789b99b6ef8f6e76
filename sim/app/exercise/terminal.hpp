// SPDX-License-Identifier: Apache-2.0
// An exercise at one terminal: alone, or several who pass the device. Lines come in, text goes out;
// every line is answered, none ends the session but `quit`. What was acknowledged is in the
// journal.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/exercise/play.hpp"
#include "app/frame/invocation.hpp"

namespace forestall::app::exercise {

/// Who sits at the device, one after the other.
struct Player {
    std::string name;
    std::vector<std::string> seats;
    bool white_cell = false;  ///< closes turns, injects, rewinds
};

/// One person with every power.
std::vector<Player> solo_players(const ExercisePlan& plan);
/// The groups of a layout ("pairs", else the first with more than one, if none is named), then the
/// white cell. UsageError for a layout that is not there.
std::vector<Player> hot_seat_players(const ExercisePlan& plan, const std::string& layout);

/// How a terminal reaches its surroundings; tests put others in their place.
struct Surroundings {
    std::function<std::optional<std::string>()> line;  ///< next line; nothing at the end
    std::function<void(const std::string&)> out;
    std::function<void(const std::string&)> prompt;
    std::function<void()> clear;  ///< before the device is passed on
    std::function<std::string()> now;
};

class Terminal {
public:
    Terminal(Play& play, std::vector<Player> players, Surroundings around,
             const Invocation& invocation);
    /// Until `quit` or the end of the lines.
    void run();
    /// Answers one line; false for `quit`.
    bool answer(const std::string& line);

private:
    struct Command {
        std::string_view name;
        std::string_view arguments;
        std::string_view help;
        bool white_cell;
        void (Terminal::*act)(const std::string& rest);
    };
    static std::vector<Command> commands();
    const Player& player() const { return players_[at_]; }
    std::vector<const SeatView*> views();
    /// Seats that the player may order for: the white cell has partners that no seat commands, too.
    std::vector<std::string> commanded() const;
    void greet();
    void help(const std::string&);
    void brief(const std::string&);
    void indicators(const std::string&);
    void inbox(const std::string& rest);
    void cards(const std::string&);
    void order(const std::string& rest);
    void orders(const std::string&);
    void cancel(const std::string& rest);
    void note(const std::string& rest);
    void lesson(const std::string& rest);
    void tell(const std::string& rest);
    void overrule(const std::string& rest);
    void ready(const std::string&);
    void injects(const std::string&);
    void fire(const std::string& rest);
    void skip(const std::string& rest);
    void end(const std::string&);
    void rewind(const std::string& rest);
    void branch(const std::string& rest);
    void bookmark(const std::string& rest);
    void truth(const std::string&);
    void msel(const std::string& rest);
    void review(const std::string& rest);
    void save(const std::string& rest);
    void decide(const std::string& rest, bool fire);
    void remark(RecordKind kind, const std::string& rest);

    Play& play_;
    std::vector<Player> players_;
    Surroundings around_;
    const Invocation& invocation_;
    std::size_t at_ = 0;
    std::vector<std::shared_ptr<const SeatView>> held_;
};

/// An order of a line: "mediation; by Union; on Government, Movement; start 4; stop 6; size 2".
/// What is missing follows from who asks. UsageError for what cannot be read.
Order order_of_line(const std::string& line, const Play& play,
                    const std::vector<std::string>& seats);

/// Writes the scenario that the branch is, with its options, as a directory. StartRefused, IoError.
void save_scenario(const Case& on, const Branch& branch, const std::string& dir);

}  // namespace forestall::app::exercise
