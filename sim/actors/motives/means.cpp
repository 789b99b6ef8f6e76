// SPDX-License-Identifier: Apache-2.0
// Motive: without pay and arms there is little fighting.
// Reads: supply of the actor, arms. Source: feasibility: Collier & Hoeffler 2004; judgement.
#include <algorithm>
#include <array>
#include <iterator>

#include "actors/choice.hpp"

namespace forestall {
namespace {

constexpr std::array parameters = {
    ParameterSpec{"means.war", "1", 0, 10, 2.0,
                  "log-odds against attack and offensive when nothing is supplied",
                  "calibration on base rates and stylised facts (docs/validation.md)", 'D'},
    ParameterSpec{"means.predation", "1", 0, 10, 0.5,
                  "log-odds of selective violence when nothing is supplied",
                  "calibration on base rates and stylised facts (docs/validation.md)", 'D'},
    ParameterSpec{"means.recruit", "1", 0, 10, 3.0,
                  "log-odds against recruiting when nothing is supplied",
                  "calibration on base rates and stylised facts (docs/validation.md)", 'D'},
};

double value(const Scene& s, const Choice& c, std::span<const double> own, Ground*) {
    const double want = std::max(0.0, 1 - s.supply[c.actor]);
    switch (c.action) {
        case Action::attack:
        case Action::offensive:
            return -own[0] * want;
        case Action::selective:
            return own[1] * want;
        case Action::recruit:
            return -own[2] * want;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_means;
const Motive motive_means{
    "means",
    "without pay and arms there is little fighting",
    "feasibility: Collier & Hoeffler 2004; judgement",
    parameters,
    value,
    actions({Action::attack, Action::selective, Action::recruit, Action::offensive})};

}  // namespace forestall
