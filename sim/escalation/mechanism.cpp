// SPDX-License-Identifier: Apache-2.0
#include "escalation/mechanism.hpp"

#include <algorithm>

namespace forestall {

bool Turn::next_is_cut() {
    const std::int32_t number = next_event++;
    return cut != nullptr && cut->has_value() && (*cut)->event == number;
}

bool Turn::takes_away(std::string_view motive, PlaceId place) const {
    if (cut == nullptr || !cut->has_value()) return false;
    const Cut& c = **cut;
    return c.motive == motive && c.actor.empty() && (c.step < 0 || c.step == step) &&
           (c.place.empty() || c.place == world.at(place).name);
}

Mechanisms::Mechanisms(const World& world, const ParameterValues& values) {
    const auto& off = world.settings().switched_off;
    for (const Mechanism* m : mechanisms())
        if (std::find(off.begin(), off.end(), m->name) == off.end())
            active_.push_back({m, m->acting.keep(world, values)});
    std::sort(active_.begin(), active_.end(), [](const Active& x, const Active& y) {
        return x.mechanism->order < y.mechanism->order;
    });
}

void Mechanisms::before(Turn& turn) const {
    for (const Active& a : active_)
        if (a.mechanism->order < 50) a.mechanism->acting.act(turn, a.own.get());
}

void Mechanisms::after(Turn& turn) const {
    for (const Active& a : active_)
        if (a.mechanism->order >= 50) a.mechanism->acting.act(turn, a.own.get());
}

}  // namespace forestall
