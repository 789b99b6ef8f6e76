// SPDX-License-Identifier: Apache-2.0
// People on the road: parties that share home, destination and position. A day's walk takes them
// along the safest way of that day; a closed way makes them look for another, or wait.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/ids.hpp"
#include "core/units.hpp"
#include "population/surroundings.hpp"
#include "world/world.hpp"

namespace forestall {

template <class Bundle>
struct Party {
    CellId home{};
    std::uint32_t destination = 0;  ///< place
    std::uint32_t place = 0;        ///< where they are, or are heading to when on an arc
    std::uint32_t arc = no_arc;     ///< the link they are on
    double km_left = 0;             ///< to its end
    std::uint64_t address = 0;      ///< of their draws: no other party's, whatever ways they took
    Bundle people;
};

enum class Arrival : std::uint8_t { on_the_way, arrived, stranded };

/// Where passing on is forced: for each place, the next place of those who arrive, or none (Flee's
/// forwarding hubs).
std::vector<std::uint32_t> forwarding_table(const World& world);

/// Moves a party by up to `km` along the safest way. Forwarded on arrival when a hub passes
/// everyone on but those who live there. Who gets to a place that has closed meanwhile is stranded
/// before it.
template <class Bundle>
Arrival advance(Party<Bundle>& party, double km, const World& world, const Surroundings& seen,
                std::span<const std::uint32_t> forward) {
    const RouteGraph& graph = world.graph();
    for (;;) {
        if (party.arc == no_arc) {
            if (party.place == party.destination) {
                if (seen.enterable[party.place] == 0) return Arrival::stranded;
                const auto next = forward[party.place];
                const bool home = party.place == index(world.place_of(party.home));
                if (home || next == party.place || seen.enterable[next] == 0)
                    return Arrival::arrived;
                party.destination = next;
            }
            const auto arc =
                seen.paths->next_arc(party.destination, static_cast<PlaceId>(party.place));
            if (arc == no_arc) return Arrival::stranded;
            party.arc = arc;
            party.km_left = world.routes()[arc / 2].km;
            party.place = static_cast<std::uint32_t>(index(graph.arc_to(arc)));
        }
        if (party.km_left > km) {
            party.km_left -= km;
            return Arrival::on_the_way;
        }
        km -= party.km_left;
        party.km_left = 0;
        party.arc = no_arc;
    }
}

}  // namespace forestall
