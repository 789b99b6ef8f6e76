// SPDX-License-Identifier: Apache-2.0
// Who may play what: the players of a server and the digests of their tokens. They lie beside the
// journal, readable by its owner only, so that a restart keeps the seats. A value.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/exercise/plan.hpp"

namespace forestall::app::exercise {

struct Participant {
    std::string as;    ///< "white", "seat-2", "planner"
    std::string name;  ///< of the seat, or "White cell"
    std::string seat;  ///< that is played; empty: none, it is the white cell
    bool white = false;
    bool plan = false;
};

/// The white cell and one player a seat.
std::vector<Participant> players_of(const ExercisePlan& plan);
/// One player with everything.
std::vector<Participant> planner();

/// A player's link token, which is told once.
struct FreshKey {
    std::string as;
    std::string token;
};

class Keys {
public:
    struct Key {
        Participant player;
        std::string digest;
        bool joined = false;
    };

    explicit Keys(const std::vector<Participant>& players);
    /// With digests and marks of a text that `text` made, for players that it has. InputError for
    /// what is none.
    void take(const std::string& text, const std::string& name);
    std::string text() const;

    const std::vector<Key>& all() const { return keys_; }
    /// Whose token it is; nullptr if nobody's. Compares with every digest, in constant time.
    const Participant* whose(std::string_view token) const;
    const Participant* player(std::string_view as) const;
    /// Gives every player without a digest one.
    std::vector<FreshKey> complete();
    /// Another token for a player; who had the old one is out.
    std::string renew(std::string_view as);
    void join(std::string_view as);

private:
    Key* find(std::string_view as);

    std::vector<Key> keys_;
};

/// Beside a journal.
std::string keys_path(const std::string& journal);
/// Replaces the file, which its owner alone may read, durably. IoError.
void save_keys(const Keys& keys, const std::string& path);

}  // namespace forestall::app::exercise
