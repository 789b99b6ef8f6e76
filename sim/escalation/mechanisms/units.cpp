// SPDX-License-Identifier: Apache-2.0
// Mechanism: fighters of an actor at a place live in units that merge and break up.
// Reads: units; writes units. Source: Eguiluz & Zimmermann 2000; Johnson et al. 2006; Bohorquez et
// al. 2009. docs/mechanisms/units.md
#include "actors/units.hpp"

#include <algorithm>
#include <cmath>

#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

struct Own {
    double break_up;
    double rounds;
};

constexpr Parameters<Own> parameters{{
    {&Own::break_up,
     ParameterSpec{
         "units.break_up", "1", 0.0001, 1, 0.02,
         "chance per round that a unit breaks up instead of merging",
         "sets where the tail of sizes is cut off, not its exponent: Eguiluz & Zimmermann 2000",
         'D'}},
    {&Own::rounds, ParameterSpec{"units.rounds", "1", 0, 100, 0.2,
                                 "rounds per week and cell of fighters", "judgement", 'D'}},
}};

constexpr auto kMix = process("escalation.units");

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    for (const ActorId a : ids<ActorId>(s.actors))
        for (const PlaceId p : ids<PlaceId>(s.places)) {
            auto& units = s.units(a, p);
            if (units.size() < 2 && s.fighters(a, p) < 2 * cell_size) continue;
            const double cells = real(s.fighters(a, p)) / real(cell_size);
            const int rounds =
                std::min(100, static_cast<int>(std::ceil(own.rounds * cells * t.weeks())));
            Stream draw = t.luck.stream(kMix, t.address_at(a, p), t.step);
            mix_units(units, own.break_up, rounds, draw);
        }
}

}  // namespace

extern const Mechanism mechanism_units;
const Mechanism mechanism_units{
    "units", "fighters of an actor at a place live in units that merge and break up",
    "Eguiluz & Zimmermann 2000; Johnson et al. 2006; Bohorquez et al. 2009", 62,
    acted_by<parameters, act>()};

}  // namespace forestall
