// SPDX-License-Identifier: Apache-2.0
#include "world/world.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/random.hpp"
#include "world/canonical.hpp"
#include "world/roads.hpp"
#include "world/route_graph.hpp"

namespace forestall {
namespace {

template <class Id, class T>
Id find_name(const std::vector<T>& table, std::string_view name, const char* what) {
    const auto at = std::lower_bound(
        table.begin(), table.end(), name,
        [](const T& entry, std::string_view wanted) { return entry.name < wanted; });
    if (at == table.end() || at->name != name)
        throw std::out_of_range(std::string("no ") + what + " is named '" + std::string(name) +
                                "'");
    return static_cast<Id>(at - table.begin());
}

/// The place named, else the one at home with most people; ties go to the first by name.
PlaceId capital_of(const WorldTables& t) {
    if (t.settings.capital != none<PlaceId>()) return t.settings.capital;
    std::vector<Persons> people(t.places.size());
    for (const HomePopulation& h : t.populations) people[index(h.place)] += h.persons;
    PlaceId best = none<PlaceId>();
    for (const PlaceId p : ids<PlaceId>(t.places.size())) {
        if (t.places[index(p)].foreign || people[index(p)] == 0) continue;
        if (best == none<PlaceId>() || people[index(p)] > people[index(best)]) best = p;
    }
    return best;
}

}  // namespace

World World::build(WorldTables tables) {
    check_tables(tables);
    make_canonical(tables);
    World world;
    world.tables_ = std::move(tables);
    world.capital_ = capital_of(world.tables_);
    world.graph_ = std::make_shared<const RouteGraph>(world.places().size(), world.routes());
    std::vector<PlaceId> sanctuaries;
    for (const Actor& a : world.actors())
        sanctuaries.insert(sanctuaries.end(), a.sanctuary.begin(), a.sanctuary.end());
    world.roads_ = std::make_shared<const Roads>(
        world.places(), world.routes(), world.settings().violence_mode == ViolenceMode::endogenous,
        sanctuaries);
    std::vector<std::uint64_t> group_address;
    for (const Group& group : world.groups()) group_address.push_back(name_hash(group.name));
    world.cell_address_.reserve(world.cells());
    for (const Place& place : world.places()) {
        const std::uint64_t address = name_hash(place.name);
        world.place_address_.push_back(address);
        for (const std::uint64_t group : group_address)
            world.cell_address_.push_back(mix(address, group));
    }
    return world;
}

World World::holding(std::span<const std::string> names, std::span<const double> values) const {
    World out = *this;
    for (std::size_t i = 0; i < names.size(); ++i)
        out.tables_.parameters[names[i]] = Distribution::constant(values[i]);
    return out;
}

PlaceId World::place(std::string_view name) const {
    return find_name<PlaceId>(places(), name, "place");
}
GroupId World::group(std::string_view name) const {
    return find_name<GroupId>(groups(), name, "group");
}
ActorId World::actor(std::string_view name) const {
    return find_name<ActorId>(actors(), name, "actor");
}

}  // namespace forestall
