// SPDX-License-Identifier: Apache-2.0
// Motive: actors attack where they expect to win.
// Reads: fighters of both at the place, arms. Source: expected utility of battle; contest of
// strength with decisiveness 1 (Hirshleifer 1989).
#include <algorithm>

#include "actors/choice.hpp"
#include "core/math.hpp"

namespace forestall {
namespace {

struct Own {
    double weight;
};

constexpr Parameters<Own> parameters{{
    {&Own::weight,
     ParameterSpec{"advantage.weight", "1", 0, 10, 0.8,
                   "log-odds of attack per log ratio of strength at the place",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    if (c.action != Action::attack) return 0;
    const auto here = [&](ActorId a) {
        return real(s.fighters(a, c.place)) * s.levers[lever<"arms">][a] + 1;
    };
    return own.weight * std::clamp(math::log(here(c.actor) / here(c.other)), -3.0, 3.0);
}

}  // namespace

extern const Motive motive_advantage;
const Motive motive_advantage{
    "advantage", "actors attack where they expect to win",
    "expected utility of battle; contest of strength with decisiveness 1 (Hirshleifer 1989)",
    weighed_by<parameters, value>(), actions({Action::attack})};

}  // namespace forestall
