// SPDX-License-Identifier: Apache-2.0
// Motive: actors spare the people they speak for, though they police them.
// Reads: whom the actor claims to speak for. Source: judgement; in-group policing: Fearon & Laitin
// 1996.
#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double spare;
    double police;
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
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    if (s.who[c.actor].claims[c.group] == 0) return 0;
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
    "own_people", "actors spare the people they speak for, though they police them",
    "judgement; in-group policing: Fearon & Laitin 1996", weighed_by<parameters, value>(),
    actions({Action::repress, Action::selective, Action::mass, Action::campaign})};

}  // namespace forestall
