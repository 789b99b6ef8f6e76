// SPDX-License-Identifier: Apache-2.0
// Motive: those whose mandate is to protect make violence costly and likely to fail where they
// stand.
// Reads: protection at the place. Source: Hultman, Kathman & Shannon 2013; Fjelde, Hultman &
// Nilsson 2019: protects against rebels, not clearly against governments.
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double civilians;
    double consent;
    double battle;
};

constexpr Parameters<Own> parameters{{
    {&Own::civilians, ParameterSpec{"protection.civilians", "1", 0, 20, 6.0,
                                    "log-odds against violence on civilians at full protection",
                                    "trial against pattern 9 (docs/adr/0025)", 'D'}},
    {&Own::consent,
     ParameterSpec{"protection.consent", "1", 0, 1, 0.75,
                   "share of it lost against those who govern, without whose consent protectors "
                   "cannot stay",
                   "Fjelde, Hultman & Nilsson 2019: protects against rebels, not clearly against "
                   "governments",
                   'C'}},
    {&Own::battle,
     ParameterSpec{"protection.battle", "1", 0, 10, 1.0,
                   "log-odds against attack at full protection",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    const double guard =
        std::min(1.0, s.protection[c.place] + s.levers[lever<"protection">][c.place]);
    switch (c.action) {
        case Action::selective:
        case Action::mass:
            return -own.civilians * (s.state(c.actor) ? 1 - own.consent : 1) * guard;
        case Action::attack:
            return -own.battle * guard;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_protection;
const Motive motive_protection{
    "protection",
    "those whose mandate is to protect make violence costly and likely to fail where they stand",
    "Hultman, Kathman & Shannon 2013; Fjelde, Hultman & Nilsson 2019: protects against rebels, not "
    "clearly against "
    "governments",
    weighed_by<parameters, value>(), actions({Action::attack, Action::selective, Action::mass})};

}  // namespace forestall
