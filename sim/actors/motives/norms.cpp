// SPDX-License-Identifier: Apache-2.0
// Motive: norms, discipline and elites hold back from civilians; own violence wears them away.
// Reads: restraint of the actor, habit. Source: restraint: Straus 2012, 2015; habituation:
// judgement.
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double mass;
    double selective;
};

constexpr Parameters<Own> parameters{{
    {&Own::mass,
     ParameterSpec{"norms.mass", "1", 0, 20, 5.0,
                   "log-odds against mass violence and campaign at full restraint",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::selective,
     ParameterSpec{"norms.selective", "1", 0, 10, 2.0,
                   "log-odds against selective violence and arrests at full restraint",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    const double held = std::clamp(
        s.who[c.actor].restraint + s.levers[lever<"restraint">][c.actor] - s.habit[c.actor], 0.0,
        1.0);
    switch (c.action) {
        case Action::mass:
        case Action::campaign:
            return -own.mass * held;
        case Action::selective:
        case Action::repress:
            return -own.selective * held;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_norms;
const Motive motive_norms{
    "norms", "norms, discipline and elites hold back from civilians; own violence wears them away",
    "restraint: Straus 2012, 2015; habituation: judgement", weighed_by<parameters, value>(),
    actions({Action::repress, Action::selective, Action::mass, Action::campaign})};

}  // namespace forestall
