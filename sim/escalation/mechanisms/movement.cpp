// SPDX-License-Identifier: Apache-2.0
// Mechanism: a unit that was ordered away goes to the next place.
// Reads: orders to move; writes units. Source: judgement. docs/mechanisms/movement.md
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

constexpr auto kMove = process("escalation.move");

void act(Turn& t) {
    Scene& s = t.scene;
    for (const Decision& d : t.orders) {
        if (d.choice.action != Action::move) continue;
        auto& from = s.units(d.choice.actor, d.choice.place);
        if (from.empty()) continue;
        Stream draw = t.luck.stream(kMove, t.address_at(d.choice.actor, d.choice.place), t.step);
        const std::size_t i = draw.below(from.size());
        s.units(d.choice.actor, d.choice.to).push_back(from[i]);
        from[i] = from.back();
        from.pop_back();
    }
    s.recount();
}

}  // namespace

extern const Mechanism mechanism_movement;
const Mechanism mechanism_movement{"movement",
                                   "a unit that was ordered away goes to the next place",
                                   "judgement", 25, acted_by<act>()};

}  // namespace forestall
