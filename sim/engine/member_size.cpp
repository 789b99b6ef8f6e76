// SPDX-License-Identifier: Apache-2.0
#include "engine/member_size.hpp"

#include <algorithm>
#include <variant>

#include "population/traits.hpp"
#include "world/paths.hpp"

namespace forestall {
namespace {

/// By pairs of places: ways and nearness (world/paths.hpp, population/destinations.hpp).
double pair_bytes(const World& world) {
    const auto places = static_cast<double>(world.places().size());
    if (world.places().size() > most_places_with_all_trees) {
        constexpr double nearness = 268e6;
        return std::min(8 * places * places, nearness) +
               places * places;  // a byte a pair, if all are wanted
    }
    const bool camps_only = world.settings().displacement == DisplacementMode::prescribed;
    const auto candidates = static_cast<double>(
        std::count_if(world.places().begin(), world.places().end(), [&](const Place& p) {
            return camps_only ? p.kind == PlaceKind::camp : p.kind != PlaceKind::border_point;
        }));
    return 8 * places * places + 8 * places * candidates;
}

/// Individuals: a byte each, and four more for those away.
double agent_bytes(const World& world) {
    if (world.settings().representation != Representation::individual) return 0;
    double persons = 0;
    for (const HomePopulation& h : world.populations())
        persons += real(std::max(h.persons, h.high));
    return 5 * persons / real(world.settings().persons_per_agent);
}

}  // namespace

double member_bytes(const World& world) {
    if (!std::holds_alternative<std::monostate>(world.settings().reference)) return 0;
    const auto places = static_cast<double>(world.places().size()),
               cells = static_cast<double>(world.cells());
    const auto actors = static_cast<double>(world.actors().size());
    constexpr double bins = trait_bins * sizeof(Persons);
    // At home, away, mobilised, held and ordered to go, by bin; and a few numbers each.
    const double by_cell = cells * (5 * bins + 200);
    return pair_bytes(world) + agent_bytes(world) + by_cell + places * (600 + 60 * actors) +
           200 * static_cast<double>(world.routes().size()) +
           100 * static_cast<double>(world.violence().size());
}

}  // namespace forestall
