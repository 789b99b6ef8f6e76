// SPDX-License-Identifier: Apache-2.0
// What players see at one moment of a session, ready to be sent: immutable, read by any thread. A
// seat's part comes from its SeatView alone, and the white cell's part is kept apart from it.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "app/exercise/play.hpp"
#include "app/exercise/server/keys.hpp"

namespace forestall::app::exercise {

/// What does not change while a session is played.
struct Folder {
    std::string map;
    std::map<std::string, std::string, std::less<>> cards;  ///< by seat; "": all
    std::map<std::string, std::string, std::less<>> briefs;
};

/// `outline`: GeoJSON of the scenario's own map; where it is none, countries that the program
/// knows.
Folder folder_of(const Case& on, const std::string& outline);

/// Parts that changed by themselves are made by themselves.
struct Board {
    std::uint64_t version = 0;
    std::string branch;
    int turn = 0;
    bool released = false;
    std::string common;  ///< keys of the view that all have, without braces
    std::map<std::string, std::string, std::less<>> seats;  ///< seat_view of each
    std::string white;
    std::shared_ptr<const Folder> folder;
    Keys keys{{}};

    /// The view of a player, on a seat ("": none).
    std::string view(const Participant& player, std::string_view seat) const;
};

Json me_json(const Participant& player);
/// Clock of a session: docs/exercise-server.md
Json clock_json(const ExercisePlan& plan, const Session& session, bool planning);
/// Whether a turn ends when all are ready, and when the clock is at zero.
struct Closing {
    bool ready = false;
    bool clock = false;
};
Closing closing_of(const ClockPlan& clock);

/// Who plays what: in the room are those with an open connection.
Json team_json(const ExercisePlan& plan, const Session& session, const Keys& keys,
               const std::map<std::string, int, std::less<>>& here);
/// What everybody sees of a session, apart from the team.
Json session_json(const Case& on, const Session& session, bool planning);
/// The white cell's part of a view.
Json white_json(Play& play);
/// How well each seat was told.
Json hearings_json(Play& play);
/// What happened, for the white cell.
Json truth_json(Play& play);

}  // namespace forestall::app::exercise
