// SPDX-License-Identifier: Apache-2.0
// Motive: people in the streets are arrested by those they defy, and recruited by those who speak
// for them. Reads: mobilised share of the group. Source: dissent and repression: Davenport 2007;
// recruitment: model of mobilisation.
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double repress;
    double recruit;
};

constexpr Parameters<Own> parameters{{
    {&Own::repress,
     ParameterSpec{"unrest.repress", "1", 0, 100, 30.0,
                   "log-odds of arrests per mobilised share of the group at the place",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::recruit,
     ParameterSpec{"unrest.recruit", "1", 0, 100, 20.0,
                   "log-odds of recruiting per mobilised share of the actor's people",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    if (c.action == Action::repress) {
        const auto here = real(s.present(c.place, c.group));
        if (here <= 0) return 0;
        return own.repress * std::min(0.2, real(s.mobilised(c.place, c.group)) / here);
    }
    if (c.action != Action::recruit) return 0;
    double moved = 0, all = 0;
    for (const GroupId g : ids<GroupId>(s.groups)) {
        if (s.who[c.actor].claims[g] == 0) continue;
        for (const PlaceId p : ids<PlaceId>(s.places)) {
            moved += real(s.mobilised(p, g));
            all += real(s.present(p, g));
        }
    }
    return all > 0 ? own.recruit * std::min(0.2, moved / all) : 0;
}

}  // namespace

extern const Motive motive_unrest;
const Motive motive_unrest{
    "unrest",
    "people in the streets are arrested by those they defy, and recruited by those who speak for "
    "them",
    "dissent and repression: Davenport 2007; recruitment: model of mobilisation",
    weighed_by<parameters, value>(), actions({Action::repress, Action::recruit})};

}  // namespace forestall
