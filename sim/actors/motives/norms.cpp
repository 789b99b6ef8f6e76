// SPDX-License-Identifier: Apache-2.0
// Motive: norms, discipline and elites hold back from civilians; own violence wears them away.
// Reads: restraint of the actor, habit. Source: restraint: Straus 2012, 2015; habituation:
// judgement.
#include <algorithm>
#include <array>
#include <iterator>

#include "actors/choice.hpp"

namespace forestall {
namespace {

constexpr std::array parameters = {
    ParameterSpec{"norms.mass", "1", 0, 20, 5.0,
                  "log-odds against mass violence and campaign at full restraint",
                  "calibration on base rates and stylised facts (docs/validation.md)", 'D'},
    ParameterSpec{"norms.selective", "1", 0, 10, 2.0,
                  "log-odds against selective violence and arrests at full restraint",
                  "calibration on base rates and stylised facts (docs/validation.md)", 'D'},
};

double value(const Scene& s, const Choice& c, std::span<const double> own, Ground*) {
    const double held = std::clamp(
        s.who[c.actor].restraint + s.levers[lever<"restraint">][c.actor] - s.habit[c.actor], 0.0,
        1.0);
    switch (c.action) {
        case Action::mass:
        case Action::campaign:
            return -own[0] * held;
        case Action::selective:
        case Action::repress:
            return -own[1] * held;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_norms;
const Motive motive_norms{
    "norms",
    "norms, discipline and elites hold back from civilians; own violence wears them away",
    "restraint: Straus 2012, 2015; habituation: judgement",
    parameters,
    value,
    actions({Action::repress, Action::selective, Action::mass, Action::campaign})};

}  // namespace forestall
