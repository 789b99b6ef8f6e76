// SPDX-License-Identifier: Apache-2.0
// Mechanism: what happened fades.
// Reads: all memories; writes them. Source: self-excitation lasts 2 to 6 weeks (Lewis et al. 2012);
// numbers by judgement. docs/mechanisms/memory.md
#include <algorithm>
#include <array>

#include "core/math.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

constexpr std::array parameters = {
    ParameterSpec{"memory.blow", "d", 1, 3650, 21, "time in which attacks suffered fade to 1/e",
                  "judgement", 'D'},
    ParameterSpec{"memory.wrong", "d", 1, 3650, 35,
                  "time in which wrongs done to a people fade to 1/e", "judgement", 'D'},
    ParameterSpec{"memory.injury", "d", 1, 3650, 35, "time in which injury at a place fades to 1/e",
                  "judgement", 'D'},
    ParameterSpec{"memory.losing", "d", 1, 3650, 60,
                  "time in which losses and ground lost fade to 1/e", "judgement", 'D'},
    ParameterSpec{"memory.shock", "d", 1, 3650, 28,
                  "time in which the shock of a trigger fades to 1/e", "judgement", 'D'},
    ParameterSpec{"memory.habit", "d", 1, 36500, 365,
                  "time in which habituation to violence fades to 1/e", "judgement", 'D'},
};

void act(Turn& t, std::span<const double> own) {
    Scene& s = t.scene;
    const auto fade = [&](std::vector<Memory>& memories, double span) {
        const double kept = math::exp(-static_cast<double>(t.days) / span);
        for (Memory& m : memories) m.fade(kept);
    };
    fade(s.attacked, own[0]);
    fade(s.wronged, own[1]);
    fade(s.injury, own[2]);
    fade(s.losing, own[3]);
    fade(s.shock, own[4]);
    for (double& h : s.habit) h *= math::exp(-static_cast<double>(t.days) / own[5]);
    for (auto* orders : {&s.campaign, &s.offensive})
        for (Memory& m : *orders) m.run_down(t.weeks());
    // What a war has cost is remembered for longer than where its front stood.
    const double month = math::exp(-static_cast<double>(t.days) / 30);
    const double half_year = math::exp(-static_cast<double>(t.days) / 182);
    for (Dyad& d : s.dyads) {
        d.hurt *= half_year;
        d.progress *= month;
    }
}

}  // namespace

extern const Mechanism mechanism_memory;
const Mechanism mechanism_memory{
    "memory",
    "what happened fades",
    "self-excitation lasts 2 to 6 weeks (Lewis et al. 2012); numbers by judgement",
    78,
    parameters,
    act};

}  // namespace forestall
