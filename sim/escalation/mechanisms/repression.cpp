// SPDX-License-Identifier: Apache-2.0
// Mechanism: the state arrests people in the streets, which costs it their esteem.
// Reads: orders to repress, mobilised people; writes who is held, legitimacy. Source: dissent and
// repression: Davenport
// 2007. docs/mechanisms/repression.md
#include <algorithm>

#include "core/math.hpp"
#include "core/samplers.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/strike.hpp"

namespace forestall {
namespace {

struct Own {
    double per_fighter;
    double esteem;
    double term;
};

constexpr Parameters<Own> parameters{{
    {&Own::per_fighter, ParameterSpec{"repression.per_fighter", "1", 0, 10, 0.1,
                                      "arrests per fighter at the place", "judgement", 'D'}},
    {&Own::esteem, ParameterSpec{"repression.esteem", "1", 0, 1, 0.01,
                                 "legitimacy lost with the group per order", "judgement", 'D'}},
    {&Own::term,
     ParameterSpec{"repression.term", "d", 1, 3650, 60, "mean time held", "judgement", 'D'}},
}};

constexpr auto kArrest = process("escalation.arrest");
constexpr auto kRelease = process("escalation.release");

void release(Turn& t, double term) {
    BinChances chance;
    chance.fill(math::chance(1 / term, t.days));
    for (const CellId cell : ids<CellId>(t.world.cells())) {
        if (t.population.with(Posture::held, cell) == 0) continue;
        t.population.change(cell, Posture::held, Posture::quiet, chance,
                            t.luck.address(kRelease, t.world.address(cell), t.step));
    }
}

void act(Turn& t, const Own& own) {
    Scene& s = t.scene;
    release(t, own.term);
    for (const Decision& d : t.orders) {
        const Choice& c = d.choice;
        if (c.action != Action::repress) continue;
        const CellId cell = t.world.cell(c.place, c.group);
        Stream draw = t.luck.stream(
            kArrest, mix(t.address_at(c.actor, c.place), name_hash(t.world.at(c.group).name)),
            t.step);
        const Persons wanted =
            sample::binomial(draw, s.fighters(c.actor, c.place), std::min(1.0, own.per_fighter));
        Event event;
        event.kind = EventKind::repression;
        event.place = c.place;
        event.actor = c.actor;
        event.target = c.group;
        event.zone = s.zone(c.place);
        if (note(t, std::move(event), &d) < 0) continue;
        t.population.change(cell, Posture::mobilised, Posture::held,
                            std::min(wanted, t.population.with(Posture::mobilised, cell)), draw);
        s.legitimacy(c.actor, c.group) *= 1 - own.esteem;
    }
}

}  // namespace

extern const Mechanism mechanism_repression;
const Mechanism mechanism_repression{
    "repression", "the state arrests people in the streets, which costs it their esteem",
    "dissent and repression: Davenport 2007", 28, acted_by<parameters, act>()};

}  // namespace forestall
