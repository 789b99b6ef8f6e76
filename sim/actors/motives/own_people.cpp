// SPDX-License-Identifier: Apache-2.0
// Motive: actors spare the people they speak for, though they police them, and those of their
// friends. Reads: whom the actor and its friends claim to speak for, relations. Source: judgement;
// in-group policing: Fearon & Laitin 1996.
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double spare;
    double police;
    double friends;
};

constexpr Parameters<Own> parameters{{
    {&Own::spare,
     ParameterSpec{"own_people.spare", "1", 0, 30, 8.0,
                   "log-odds against mass violence and campaign on own people",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::police,
     ParameterSpec{"own_people.police", "1", 0, 30, 2.0,
                   "log-odds against arrests and selective violence on own people",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::friends,
     ParameterSpec{"own_people.friends", "1", 0, 30, 4.0,
                   "log-odds against mass violence and campaign on the people of a full friend",
                   "judgement: half of what spares own people", 'D'}},
}};

/// How close a friend it is, in [0,1], who speaks for the group; 0: none does.
double befriended(const Scene& s, ActorId a, GroupId g) {
    double most = 0;
    for (const ActorId b : ids<ActorId>(s.actors))
        if (b != a && s.who[b].claims[g] != 0) most = std::max(most, s.relation(a, b));
    return most;
}

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    if (s.who[c.actor].claims[c.group] == 0) {
        const bool blows = c.action == Action::mass || c.action == Action::campaign;
        return blows ? -own.friends * befriended(s, c.actor, c.group) : 0;
    }
    switch (c.action) {
        case Action::mass:
        case Action::campaign:
            return -own.spare;
        case Action::selective:
        case Action::repress:
            return -own.police;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_own_people;
const Motive motive_own_people{
    "own_people",
    "actors spare the people they speak for, though they police them, and those of their friends",
    "judgement; in-group policing: Fearon & Laitin 1996", weighed_by<parameters, value>(),
    actions({Action::repress, Action::selective, Action::mass, Action::campaign})};

}  // namespace forestall
