// SPDX-License-Identifier: Apache-2.0
// Shortest *safe* paths. The cost of going along an arc is an integer (hundredths of a day-equivalent kilometre, at
// least 1), raised by danger at the far end and infinite when closed (world/travel_cost.hpp); so costs are exact and
// the tree is unique whatever way it was found. One tree per destination: `next_arc(d, from)` from anywhere. When
// danger or a closure changes, only entries that may change are touched. Invariant after `set_costs`: cost and next arc
// equal those of a search from nothing. A way whose cost does not fit PathCost counts as no way. Thread safety: const
// members may be called at the same time; `set_costs` may not.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/ids.hpp"
#include "world/route_graph.hpp"

namespace forestall {

class Parallel;

using PathCost = std::uint32_t;
inline constexpr PathCost unreachable = ~PathCost{0};
/// Cost units per kilometre on an open, safe link.
inline constexpr PathCost cost_per_km = 100;
/// "No arc": at the destination itself, or where there is no way.
inline constexpr std::uint32_t no_arc = ~std::uint32_t{0};

/// Trees towards a set of destinations under the present arc costs. A value: copying copies the state; the graph must
/// outlive it.
class SafePaths {
public:
    /// Arc costs start at `unreachable` everywhere; call `set_costs`.
    SafePaths(const RouteGraph& graph, std::vector<PlaceId> destinations);

    /// New costs for all arcs (size graph.arcs(), each >= 1 or std::invalid_argument); works out what changed and
    /// repairs only that. Returns how many (destination, place) entries changed.
    std::size_t set_costs(std::span<const PathCost> arc_costs);
    /// The same, destinations shared out; same bits.
    std::size_t set_costs(std::span<const PathCost> arc_costs, const Parallel& parallel);

    /// Cost from `from` to destination number `d` (position in `destinations()`); `unreachable` if there is no way.
    PathCost cost(std::size_t d, PlaceId from) const { return cost_[d * places_ + index(from)]; }
    /// First arc of the way, or `no_arc` at the destination itself or when unreachable. Ties: lowest place id, then
    /// lowest arc.
    std::uint32_t next_arc(std::size_t d, PlaceId from) const { return next_[d * places_ + index(from)]; }
    /// The place at the end of `next_arc`, or none.
    PlaceId next_hop(std::size_t d, PlaceId from) const {
        const std::uint32_t arc = next_arc(d, from);
        return arc == no_arc ? none<PlaceId>() : graph_->arc_to(arc);
    }
    const std::vector<PlaceId>& destinations() const { return destinations_; }
    const std::vector<PathCost>& arc_costs() const { return arc_cost_; }
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
