// SPDX-License-Identifier: Apache-2.0
// Motive: who needs a people's support does not attack it.
// Reads: legitimacy of the actor in the group's eyes. Source: cost of indiscriminate violence:
// Kalyvas 2006; effect contested (Lyall 2009; Kocher, Pepinsky & Kalyvas 2011).
#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double weight;
};

constexpr Parameters<Own> parameters{{
    {&Own::weight,
     ParameterSpec{"support.weight", "1", 0, 10, 1.5,
                   "log-odds against violence on a group per unit of legitimacy above one half",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    if (c.action != Action::mass && c.action != Action::campaign && c.action != Action::selective)
        return 0;
    return -own.weight * (s.legitimacy(c.actor, c.group) - 0.5);
}

}  // namespace

extern const Motive motive_support;
const Motive motive_support{"support", "who needs a people's support does not attack it",
                            "cost of indiscriminate violence: Kalyvas 2006; effect contested "
                            "(Lyall 2009; Kocher, Pepinsky & Kalyvas 2011)",
                            weighed_by<parameters, value>(),
                            actions({Action::selective, Action::mass, Action::campaign})};

}  // namespace forestall
