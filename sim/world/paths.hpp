// SPDX-License-Identifier: Apache-2.0
// Shortest *safe* paths. The cost of going from a to b along a link is an integer (hundredths of a day-equivalent
// kilometre), raised by danger at the far end and infinite when closed; so costs are exact and the tree is unique
// whatever way it was found. One tree per destination: `next_hop(from, to)` from anywhere. When danger or a closure
// changes, only trees and nodes whose cost changed are touched.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/ids.hpp"
#include "core/units.hpp"
#include "world/place.hpp"

namespace forestall {

using PathCost = std::uint32_t;
inline constexpr PathCost unreachable = ~PathCost{0};
/// Cost units per kilometre on an open, safe link.
inline constexpr PathCost cost_per_km = 100;

/// Static topology, Boost.Graph inside. Arcs: route r gives arc 2r (a -> b) and 2r+1 (b -> a).
class RouteGraph {
public:
    RouteGraph(std::size_t places, std::span<const Route> routes);
    ~RouteGraph();
    std::size_t places() const;
    std::size_t arcs() const;
    PlaceId arc_from(std::size_t arc) const;
    PlaceId arc_to(std::size_t arc) const;
    /// Arcs leaving / entering a place, in order of the other end's id.
    std::span<const std::uint32_t> out_arcs(PlaceId place) const;
    std::span<const std::uint32_t> in_arcs(PlaceId place) const;
    /// Number of the connected component of each place, by lowest place id first (closures ignored).
    std::vector<std::uint32_t> components() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Trees towards a set of destinations under the present arc costs. A value: copying copies the state.
class SafePaths {
public:
    /// Arc costs start at `unreachable` everywhere; call `set_costs`.
    SafePaths(const RouteGraph& graph, std::vector<PlaceId> destinations);

    /// New costs for all arcs (size graph.arcs()); works out what changed and repairs only that. Returns how many
    /// (destination, place) entries changed.
    std::size_t set_costs(std::span<const PathCost> arc_costs);

    /// Cost from `from` to destination number `d` (position in `destinations()`); `unreachable` if there is no way.
    PathCost cost(std::size_t d, PlaceId from) const { return cost_[d * places_ + index(from)]; }
    /// First arc of the way, or none (`~0u`) at the destination itself or when unreachable. Ties: lowest place id.
    std::uint32_t next_arc(std::size_t d, PlaceId from) const { return next_[d * places_ + index(from)]; }
    const std::vector<PlaceId>& destinations() const { return destinations_; }
    /// Entries recomputed since construction, for tests and benchmarks.
    std::uint64_t work() const { return work_; }

private:
    const RouteGraph* graph_;
    std::size_t places_;
    std::vector<PlaceId> destinations_;
    std::vector<PathCost> arc_cost_;
    std::vector<PathCost> cost_;
    std::vector<std::uint32_t> next_;
    std::uint64_t work_ = 0;
};

}  // namespace forestall
