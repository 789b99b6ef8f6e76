// SPDX-License-Identifier: Apache-2.0
// Motive: units go where enemies or enemy people can be reached and nobody guards them.
// Reads: control, people and protection of the place and the places near by. Source: relocation and
// escalation of conflict: Schutte & Weidmann 2011; displacement of violence by peacekeepers:
// judgement.
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double weight;
    double guarded;
};

constexpr Parameters<Own> parameters{{
    {&Own::weight,
     ParameterSpec{"ground.weight", "1", 0, 20, 2.0,
                   "log-odds of moving per difference of the worth of two places",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::guarded,
     ParameterSpec{"ground.guarded", "1", 0, 20, 0.5, "worth of a place lost at full protection",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    if (c.action != Action::move) return 0;
    const auto worth = [&](PlaceId p) {
        double all = 0, enemy = 0;
        for (const GroupId g : ids<GroupId>(s.groups)) {
            const auto n = real(s.present(p, g));
            all += n;
            enemy += n * s.enemy_people(c.actor, g);
        }
        const double share = all > 0 ? enemy / all : 0;
        const double people = all / (all + 20000);
        const double guard = std::min(1.0, s.protection[p] + s.levers[lever<"protection">][p]);
        return people * (1 - s.control(p, c.actor)) * (0.5 + share) - own.guarded * guard;
    };
    return own.weight * (worth(c.to) - worth(c.place));
}

}  // namespace

extern const Motive motive_ground;
const Motive motive_ground{
    "ground", "units go where enemies or enemy people can be reached and nobody guards them",
    "relocation and escalation of conflict: Schutte & Weidmann 2011; displacement of violence "
    "by peacekeepers: judgement",
    weighed_by<parameters, value>(), actions({Action::move})};

}  // namespace forestall
