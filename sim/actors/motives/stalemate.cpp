// SPDX-License-Identifier: Apache-2.0
// Motive: a war that hurts both and moves nothing makes talking look better.
// Reads: losses and ground of the dyad lately. Source: mutually hurting stalemate: Zartman 1985,
// 2000.
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double weight;
};

constexpr Parameters<Own> parameters{{
    {&Own::weight,
     ParameterSpec{
         "stalemate.weight", "1", 0, 80, 40.0,
         "log-odds of offering talks per share of fighters lost in half a year, ground not moving",
         "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground* why) {
    if (c.action != Action::talk) return 0;
    const Dyad& dyad = s.dyad(c.actor, c.other);
    if (why != nullptr) *why = {dyad.event, c.other};
    return own.weight * std::min(0.5, dyad.hurt) * std::max(0.0, 1 - 10 * dyad.progress);
}

}  // namespace

extern const Motive motive_stalemate;
const Motive motive_stalemate{"stalemate",
                              "a war that hurts both and moves nothing makes talking look better",
                              "mutually hurting stalemate: Zartman 1985, 2000",
                              weighed_by<parameters, value>(), actions({Action::talk})};

}  // namespace forestall
