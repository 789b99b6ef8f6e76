// SPDX-License-Identifier: Apache-2.0
// Shortest *safe* paths. The cost of going along an arc is an integer (hundredths of a
// day-equivalent kilometre, at least 1), raised by danger at the far end and infinite when closed
// (world/travel_cost.hpp); so costs are exact and the tree is unique whatever way it was found. One
// tree per destination: `next_arc(d, from)` from anywhere. When danger or a closure changes, only
// entries that may change are touched. Invariant after `set_costs`: cost and next arc equal those
// of a search from nothing. A way whose cost does not fit PathCost counts as no way.
// All trees of many places do not fit in memory: above `most_places_with_all_trees` a tree is made
// when it is wanted (`Keep::wanted`), which gives the same ways. Thread safety: const members may
// be called at the same time, but for `want`; `set_costs` may not.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/ids.hpp"
#include "world/route_graph.hpp"

namespace forestall {

class Parallel;
struct RepairBatch;

using PathCost = std::uint32_t;
inline constexpr PathCost unreachable = ~PathCost{0};
/// Cost units per kilometre on an open, safe link.
inline constexpr PathCost cost_per_km = 100;
/// "No arc": at the destination itself, or where there is no way.
inline constexpr std::uint32_t no_arc = ~std::uint32_t{0};

/// Trees of so many places, 8 bytes a pair, take 72 MB.
inline constexpr std::size_t most_places_with_all_trees = 3000;

/// Which trees are in memory: all, repaired when costs change; or those asked for by `want` under
/// the present costs.
enum class Keep : std::uint8_t { all, wanted };

/// Trees towards a set of destinations under the present arc costs. A value: copying copies the
/// state; the graph must outlive it.
class SafePaths {
public:
    /// Arc costs start at `unreachable` everywhere; call `set_costs`.
    SafePaths(const RouteGraph& graph, std::vector<PlaceId> destinations, Keep keep = Keep::all);

    /// New costs for all arcs (size graph.arcs(), each >= 1 or std::invalid_argument); works out
    /// what changed and repairs only that. Returns how many (destination, place) entries changed
    /// (Keep::wanted: 0, trees are forgotten).
    std::size_t set_costs(std::span<const PathCost> arc_costs);
    /// The same, destinations shared out; same bits.
    std::size_t set_costs(std::span<const PathCost> arc_costs, const Parallel& parallel);

    Keep keeps() const { return keep_; }
    /// Keep::wanted: makes `next_arc` ready for these destinations (numbers, any order). Without
    /// effect on results.
    void want(std::span<const std::uint32_t> destinations, const Parallel& parallel) const;
    /// Costs from one place to every place by a search of their own, by place. Equal to `cost` of
    /// each.
    std::vector<PathCost> costs_from(PlaceId from) const;
    /// The same object as long as costs are the same: for those who keep something made of them.
    std::shared_ptr<const void> costs_id() const { return batch_; }

    /// Cost from `from` to destination number `d` (position in `destinations()`); `unreachable` if
    /// there is no way. Keep::all only.
    PathCost cost(std::size_t d, PlaceId from) const { return cost_[d * places_ + index(from)]; }
    /// First arc of the way, or `no_arc` at the destination itself or when unreachable. Ties:
    /// lowest place id, then lowest arc.
    std::uint32_t next_arc(std::size_t d, PlaceId from) const {
        return keep_ == Keep::all ? next_[d * places_ + index(from)] : wanted_arc(d, from);
    }
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
    /// For each place, the number of the first arc of the way among the arcs that leave the place,
    /// 0 where there is none, else one more: in as few bytes as the busiest place needs.
    using Tree = std::vector<std::uint8_t>;

    std::uint32_t wanted_arc(std::size_t d, PlaceId from) const;
    std::shared_ptr<const Tree> tree_of(std::span<const std::uint32_t> next) const;

    const RouteGraph* graph_;
    Keep keep_;
    std::size_t bytes_per_place_ = 1;  ///< of a Tree
    std::size_t places_;
    std::vector<PlaceId> destinations_;
    std::vector<PathCost> arc_cost_;
    std::vector<PathCost> cost_;
    std::vector<std::uint32_t> next_;
    std::uint64_t work_ = 0;
    std::shared_ptr<const RepairBatch> batch_;  ///< costs by place
    mutable std::vector<std::shared_ptr<const Tree>>
        trees_;  ///< Keep::wanted: by destination, those made so far
};

}  // namespace forestall
