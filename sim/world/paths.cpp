// SPDX-License-Identifier: Apache-2.0
#include "world/paths.hpp"

#include <algorithm>
#include <stdexcept>

#include "core/parallel.hpp"
#include "world/tree_repair.hpp"

namespace forestall {

SafePaths::SafePaths(const RouteGraph& graph, std::vector<PlaceId> destinations)
    : graph_(&graph),
      places_(graph.places()),
      destinations_(std::move(destinations)),
      arc_cost_(graph.arcs(), unreachable),
      cost_(destinations_.size() * places_, unreachable),
      next_(destinations_.size() * places_, no_arc) {
    for (std::size_t d = 0; d < destinations_.size(); ++d) {
        if (index(destinations_[d]) >= places_) throw std::invalid_argument("a destination is not a place");
        cost_[d * places_ + index(destinations_[d])] = 0;
    }
}

std::size_t SafePaths::set_costs(std::span<const PathCost> arc_costs) { return set_costs(arc_costs, Parallel()); }

std::size_t SafePaths::set_costs(std::span<const PathCost> arc_costs, const Parallel& parallel) {
    if (arc_costs.size() != arc_cost_.size()) throw std::invalid_argument("one cost per arc is needed");
    if (std::find(arc_costs.begin(), arc_costs.end(), PathCost{0}) != arc_costs.end())
        throw std::invalid_argument("an arc must cost at least 1");
    if (std::equal(arc_costs.begin(), arc_costs.end(), arc_cost_.begin())) return 0;

    const RepairBatch batch(*graph_, arc_cost_, arc_costs);
    struct Tally {
        std::uint64_t recomputed = 0;
        std::uint64_t changed = 0;
    };
    constexpr std::size_t trees_per_chunk = 16;
    const auto repair = [&](std::size_t begin, std::size_t end) {
        TreeRepair tree(batch);
        for (std::size_t d = begin; d < end; ++d)
            tree.run(static_cast<std::uint32_t>(destinations_[d]), std::span(cost_).subspan(d * places_, places_),
                     std::span(next_).subspan(d * places_, places_));
        return Tally{tree.recomputed(), tree.changed()};
    };
    std::size_t changed = 0;
    for (const Tally& tally : parallel.map_chunks<Tally>(destinations_.size(), trees_per_chunk, repair)) {
        work_ += tally.recomputed;
        changed += tally.changed;
    }
    arc_cost_.assign(arc_costs.begin(), arc_costs.end());
    return changed;
}

}  // namespace forestall
