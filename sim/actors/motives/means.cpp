// SPDX-License-Identifier: Apache-2.0
// Motive: without pay and arms there is little fighting.
// Reads: supply of the actor, arms. Source: feasibility: Collier & Hoeffler 2004; judgement.
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double war;
    double predation;
    double recruit;
    double plunder;
    double spoils;
};

constexpr Parameters<Own> parameters{{
    {&Own::war,
     ParameterSpec{"means.war", "1", 0, 10, 2.0,
                   "log-odds against attack and offensive when nothing is supplied",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::predation,
     ParameterSpec{"means.predation", "1", 0, 10, 0.5,
                   "log-odds of selective violence when nothing is supplied",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::recruit,
     ParameterSpec{"means.recruit", "1", 0, 10, 3.0,
                   "log-odds against recruiting when nothing is supplied",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::plunder,
     ParameterSpec{"means.plunder", "1", 0, 15, 8,
                   "log-odds of selective violence against people not its own, of who has taken "
                   "power and is not paid",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::spoils, ParameterSpec{"means.spoils", "1", 0, 15, 7, "the same, of mass violence",
                                 "trial against the patterns (docs/adr/0021)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    const double want = std::max(0.0, 1 - s.supply[c.actor]);
    const bool victor = s.career[c.actor].took >= 0 && s.who[c.actor].claims[c.group] == 0;
    switch (c.action) {
        case Action::attack:
        case Action::offensive:
            return -own.war * want;
        case Action::selective:
            return (own.predation + (victor ? own.plunder : 0)) * want;
        case Action::mass:
            return victor ? own.spoils * want : 0;
        case Action::recruit:
            return -own.recruit * want;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_means;
const Motive motive_means{
    "means", "without pay and arms there is little fighting",
    "feasibility: Collier & Hoeffler 2004; judgement", weighed_by<parameters, value>(),
    actions({Action::attack, Action::selective, Action::mass, Action::recruit, Action::offensive})};

}  // namespace forestall
