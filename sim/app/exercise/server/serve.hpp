// SPDX-License-Identifier: Apache-2.0
// Serves a session to browsers until a signal ends it: `forestall exercise DIR`.
#pragma once
#include <string>

#include "app/exercise/play.hpp"
#include "app/frame/invocation.hpp"

namespace forestall::app::exercise {

struct ServeWish {
    unsigned short port = 8765;  ///< 0: one that is free
    std::string lan;             ///< address in the local network, beside loopback; "": none
    bool planning = false;
    std::string outline;  ///< GeoJSON of the scenario's own map
    std::string program;
    bool fresh = false;  ///< the journal is new
};

/// The same address, of one machine that others of its network can ask. UsageError.
std::string lan_address(const std::string& text);

/// UsageError for an address that is none, IoError if the port is taken.
void check_serving(const ServeWish& wish);
/// The same errors. Returns the exit code.
int serve(Play play, const ServeWish& wish, const Invocation& invocation);

}  // namespace forestall::app::exercise
