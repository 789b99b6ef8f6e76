// SPDX-License-Identifier: Apache-2.0
// Rule: nothing is done for who does not belong. A request passes in this order: its Host is one of
// the server's names; there is such a page, and such a method; what changes something comes from
// the server's own page, as JSON, with a length; who asks has a token that is good; the player may
// ask this, of this seat. Pure: docs/exercise-server.md lists the answers.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "app/exercise/server/keys.hpp"
#include "app/exercise/server/request.hpp"
#include "app/exercise/server/routes.hpp"

namespace forestall::app::exercise {

/// The names under which a server may be asked: "127.0.0.1:8765".
using HostNames = std::set<std::string, std::less<>>;
HostNames host_names(const std::vector<std::string>& addresses, unsigned port);

/// The route of a request, or the reply that its header alone deserves.
std::variant<const Route*, Reply> route_of(const Request& request, const HostNames& names);

/// The player who asks, or why nobody may.
std::variant<const Participant*, Reply> player_of(const Request& request, const Route& route,
                                                  const Keys& keys, bool released);

/// The seat that is meant: the player's own, or the one that the white cell names ("": none).
std::variant<std::string, Reply> seat_meant(const Participant& player, const std::string& named,
                                            const ExercisePlan& plan);

/// Headers that every reply carries.
const std::vector<std::pair<std::string, std::string>>& standing_headers();

}  // namespace forestall::app::exercise
