// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/peacetime.hpp"

#include <algorithm>

namespace forestall::patterns {
namespace {

constexpr double per_battle_death = 10;

Part can_happen(const char* what, std::span<const PeaceDead> members, bool (*is)(const PeaceDead&),
                const char* why) {
    const auto k = std::count_if(members.begin(), members.end(), is);
    Part out = within(what, share(static_cast<double>(k), static_cast<double>(members.size())), 0,
                      1, "above 0", why);
    if (k == 0) out.judgement = Judgement::missed;
    return out;
}

}  // namespace

PeaceDead peace_dead(const Course& course, const std::vector<bool>& state) {
    PeaceDead out;
    for (const Act& act : course.acts) {
        const bool by_state = act.actor >= 0 && state[static_cast<std::size_t>(act.actor)];
        if (act.deed == Deed::battle)
            out.in_battle += act.dead();
        else if (act.deed == Deed::one_sided && by_state)
            out.by_state += act.civilians;
        else
            out.communal += act.civilians;
    }
    return out;
}

bool communal_killing(const PeaceDead& d) {
    return d.communal >= 50 && d.communal >= per_battle_death * d.in_battle;
}

bool state_killing(const PeaceDead& d) {
    return d.by_state >= 1000 && d.by_state >= per_battle_death * d.in_battle;
}

std::vector<Part> peacetime_parts(std::span<const PeaceDead> plural,
                                  std::span<const PeaceDead> state_led) {
    return {can_happen("communal killing without a rebellion, share of members", plural,
                       communal_killing,
                       "50 dead or more, ten for each who fell in battle; Rakhine 2012: 224 and 1"),
            can_happen("a state-led killing without a rebellion, share of members", state_led,
                       state_killing, "1,000 dead or more, ten for each who fell in battle")};
}

}  // namespace forestall::patterns
