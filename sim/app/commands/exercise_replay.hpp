// SPDX-License-Identifier: Apache-2.0
// What `forestall exercise` was asked, the world that it plays, and a session made again from its
// journal, with its hashes, and reviewed.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "app/exercise/case.hpp"
#include "app/exercise/journal.hpp"
#include "app/frame/command.hpp"
#include "app/frame/output_file.hpp"

namespace forestall::app {

struct ExerciseWish {
    std::string dir;
    bool solo = false;
    bool hot_seat = false;
    bool plan = false;
    bool routes = false;
    std::optional<std::uint64_t> port;
    std::string lan;
    std::string layout;
    std::string journal;
    std::string replay;
    std::string seats;
    std::string branch;
    std::string save;
    std::string outcome = "civilian_deaths";
    std::string options;
    std::optional<std::uint64_t> member;
    std::optional<std::uint64_t> review;
    bool skill_only = false;
    std::string lessons;
    OutputWish out;
    Argument out_given;
};

/// The world that is played: seed and member.
struct PlayedWorld {
    std::optional<std::uint64_t> seed, member;
    bool planner = false;  ///< one seat has everything
};

/// How a journal says that it is a planner's.
inline constexpr const char* planner_layout = "plan";

/// What a journal's first record says of it.
PlayedWorld played_world(const exercise::Record& first);
/// "forestall 0.1.0 (commit)".
std::string program_text();
/// Tells what is wrong and gives nothing if there is an error.
std::optional<exercise::Case> case_of(const std::string& dir, const std::string& seats,
                                      const PlayedWorld& which, const Invocation& invocation);

/// `--replay`: the exit code; 1 if the session is not as it was played.
int replay_journal(const ExerciseWish& wish, const Invocation& invocation);

}  // namespace forestall::app
