// SPDX-License-Identifier: Apache-2.0
#include "world/world.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/random.hpp"
#include "world/canonical.hpp"
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

}  // namespace

World World::build(WorldTables tables) {
    check_tables(tables);
    make_canonical(tables);
    World world;
    world.tables_ = std::move(tables);
    world.graph_ = std::make_shared<const RouteGraph>(world.places().size(), world.routes());
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
