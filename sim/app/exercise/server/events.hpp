// SPDX-License-Identifier: Apache-2.0
// What is told to open pages: that a part of the view changed. Numbered, and the last ones are
// kept, so that who was away for a moment gets what it missed. A value; knows no network.
#pragma once
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <string_view>

#include "app/exercise/server/board.hpp"
#include "app/exercise/server/room.hpp"

namespace forestall::app::exercise {

class Events {
public:
    /// `run`: tells the numbers of one start of the program from those of another.
    explicit Events(std::string run) : run_(std::move(run)) {}
    /// Numbers the changes of a board; the text that goes to every stream.
    std::string publish(const std::set<News>& changes, const Board& board);
    /// What a stream begins with: `hello`, and what came after `last` ("": nothing was heard yet).
    std::string greeting(std::string_view last, const Board& board) const;
    /// For one whose key is good no more.
    static std::string farewell();
    static std::string breath() { return ": still here\n\n"; }

private:
    struct Told {
        std::uint64_t id = 0;
        std::string text;
    };
    std::string text_of(std::string_view name, std::uint64_t id, const Board& board) const;

    std::string run_;
    std::uint64_t last_ = 0;
    std::deque<Told> told_;
};

}  // namespace forestall::app::exercise
