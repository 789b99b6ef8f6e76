// SPDX-License-Identifier: Apache-2.0
// Mechanism: what happened fades.
// Reads: all memories; writes them. Source: self-excitation lasts 2 to 6 weeks (Lewis et al. 2012);
// numbers by judgement. docs/mechanisms/memory.md
#include "core/math.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

struct Own {
    double blow;
    double wrong;
    double injury;
    double losing;
    double shock;
    double habit;
    double contested;
    double grief;
};

constexpr Parameters<Own> parameters{{
    {&Own::blow, ParameterSpec{"memory.blow", "d", 1, 3650, 21,
                               "time in which attacks suffered fade to 1/e", "judgement", 'D'}},
    {&Own::wrong,
     ParameterSpec{"memory.wrong", "d", 1, 3650, 35,
                   "time in which wrongs done to a people fade to 1/e", "judgement", 'D'}},
    {&Own::injury, ParameterSpec{"memory.injury", "d", 1, 3650, 35,
                                 "time in which injury at a place fades to 1/e", "judgement", 'D'}},
    {&Own::losing,
     ParameterSpec{"memory.losing", "d", 1, 3650, 60,
                   "time in which losses and ground lost fade to 1/e", "judgement", 'D'}},
    {&Own::shock,
     ParameterSpec{"memory.shock", "d", 1, 3650, 28,
                   "time in which the shock of a trigger fades to 1/e", "judgement", 'D'}},
    {&Own::habit,
     ParameterSpec{"memory.habit", "d", 1, 36500, 365,
                   "time in which habituation to violence fades to 1/e", "judgement", 'D'}},
    {&Own::contested, ParameterSpec{"memory.contested", "d", 1, 3650, 14,
                                    "time in which a fight for a place fades to 1/e",
                                    "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::grief, ParameterSpec{"memory.grief", "d", 1, 3650, 182,
                                "time in which grief for the dead fades to 1/e",
                                "trial against the patterns (docs/adr/0021)", 'D'}},
}};

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    const auto fade = [&](TableValues<Memory>& memories, double span) {
        const double kept = math::exp(-t.days / span);
        for (Memory& m : memories) m.fade(kept);
    };
    fade(s.attacked, own.blow);
    fade(s.wronged, own.wrong);
    fade(s.injury, own.injury);
    fade(s.losing, own.losing);
    fade(s.shock, own.shock);
    const auto wane = [&](TableValues<double>& values, double span) {
        const double kept = math::exp(-t.days / span);
        for (double& x : values) x = x * kept < 1e-6 ? 0 : x * kept;
    };
    for (double& h : s.habit) h *= math::exp(-t.days / own.habit);
    wane(s.contested, own.contested);
    wane(s.grief, own.grief);
    for (auto* orders : Tables<Memory>{&s.campaign, &s.offensive})
        for (Memory& m : *orders) m.run_down(t.weeks());
    // What a war has cost is remembered for longer than where its front stood.
    const double month = math::exp(-t.days / 30.0);
    const double half_year = math::exp(-t.days / 182.0);
    for (Dyad& d : s.dyads) {
        d.hurt *= half_year;
        d.progress *= month;
    }
}

}  // namespace

extern const Mechanism mechanism_memory;
const Mechanism mechanism_memory{
    "memory", "what happened fades",
    "self-excitation lasts 2 to 6 weeks (Lewis et al. 2012); numbers by judgement", 78,
    acted_by<parameters, act>()};

}  // namespace forestall
