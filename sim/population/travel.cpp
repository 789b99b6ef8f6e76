// SPDX-License-Identifier: Apache-2.0
#include "population/travel.hpp"

namespace forestall {

std::vector<std::uint32_t> forwarding_table(const World& world) {
    std::vector<std::uint32_t> next(world.places().size());
    for (std::size_t p = 0; p < next.size(); ++p) next[p] = static_cast<std::uint32_t>(p);
    for (const Route& r : world.routes()) {
        const auto a = static_cast<std::uint32_t>(index(r.a));
        const auto b = static_cast<std::uint32_t>(index(r.b));
        if (r.forwarding == Forwarding::to_b && next[a] == a) next[a] = b;
        if (r.forwarding == Forwarding::to_a && next[b] == b) next[b] = a;
    }
    // Hubs that pass people round in a circle would keep them walking: such a circle is no
    // forwarding at all.
    std::vector<std::uint32_t> open = next;
    for (std::size_t p = 0; p < next.size(); ++p) {
        auto at = static_cast<std::uint32_t>(p);
        for (std::size_t hops = 0; hops < next.size() && next[at] != at; ++hops) {
            at = next[at];
            if (at == p) open[p] = at;
        }
    }
    return open;
}

}  // namespace forestall
