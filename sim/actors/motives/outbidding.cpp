// SPDX-License-Identifier: Apache-2.0
// Motive: rival factions that claim the same people outdo each other.
// Reads: number of other armed actors that claim the actor's people. Source: Bloom 2004; Kydd &
// Walter 2006; support is mixed.
#include <algorithm>
#include <array>
#include <iterator>

#include "actors/choice.hpp"

namespace forestall {
namespace {

constexpr std::array parameters = {
    ParameterSpec{"outbidding.weight", "1", 0, 5, 0.4,
                  "log-odds of attack, mass violence and campaign per rival faction, at most two",
                  "calibration on base rates and stylised facts (docs/validation.md)", 'D'},
};

double value(const Scene& s, const Choice& c, std::span<const double> own, Ground*) {
    if (c.action != Action::attack && c.action != Action::mass && c.action != Action::campaign)
        return 0;
    int rivals = 0;
    for (std::size_t b = 0; b < s.actors; ++b) {
        if (b == c.actor || s.force(b) == 0) continue;
        for (std::size_t g = 0; g < s.groups; ++g)
            if (s.who[c.actor].claims[g] != 0 && s.who[b].claims[g] != 0) {
                ++rivals;
                break;
            }
    }
    return own[0] * std::min(rivals, 2);
}

}  // namespace

extern const Motive motive_outbidding;
const Motive motive_outbidding{"outbidding",
                               "rival factions that claim the same people outdo each other",
                               "Bloom 2004; Kydd & Walter 2006; support is mixed",
                               parameters,
                               value,
                               actions({Action::attack, Action::mass, Action::campaign})};

}  // namespace forestall
