// SPDX-License-Identifier: Apache-2.0
// Rule: what every violent event does, whoever commits it: people who are there die, no one twice;
// some deaths are reported; the place is frightened; the survivors remember. Reads the population;
// writes deaths, reports, fear, memories and the log. docs/mechanisms/strike.md
#pragma once
#include <string_view>

#include "escalation/mechanism.hpp"

namespace forestall {

ParameterTable strike_parameters();

struct StrikeParameters {
    double fear;
    double others;
    double injury;
    double injury_reach;  ///< km
    double wrong;
    double grief_reach;  ///< km
    static StrikeParameters from(const ParameterValues& values);
};

/// An event about to happen.
struct Strike {
    EventKind kind = EventKind::unknown;
    std::string_view manner;
    PlaceId place{};
    ActorId actor = none<ActorId>();     ///< none for communal violence
    ActorId opponent = none<ActorId>();  ///< battles
    GroupId group = none<GroupId>();     ///< whose people are hit; none: everyone
    Persons civilians = 0;               ///< to be killed, at most those present
    Persons fighters = 0;                ///< killed on both sides
    double terror = 1;                   ///< how much more than its deaths it frightens the group
    const Decision* decision = nullptr;  ///< behind it; none for communal violence
    std::uint64_t address = 0;           ///< of its draws
};

/// Carries an event out; returns its number, or -1 if it was cut out. The day within the step is
/// drawn.
std::int32_t carry_out(Turn& turn, const Strike& strike);
/// Logs something that kills nobody (a coup, talks, a deployment); returns its number, -1 if cut
/// out.
std::int32_t note(Turn& turn, Event event, const Decision* decision);

}  // namespace forestall
