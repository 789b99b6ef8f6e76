// SPDX-License-Identifier: Apache-2.0
#include "world/paths.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/parallel.hpp"
#include "world/tree_repair.hpp"

namespace forestall {

namespace {

constexpr std::size_t trees_per_chunk = 16;

/// Bytes for a number up to the most arcs that leave one place.
std::size_t bytes_for(const RouteGraph& graph) {
    std::size_t most = 0;
    for (std::uint32_t p = 0; p < graph.places(); ++p)
        most = std::max(most, graph.out_arcs(PlaceId(p)).size());
    if (most < 0x100) return 1;
    return most < 0x10000 ? 2 : 4;
}

}  // namespace

SafePaths::SafePaths(const RouteGraph& graph, std::vector<PlaceId> destinations, Keep keep)
    : graph_(&graph),
      keep_(keep),
      places_(graph.places()),
      destinations_(std::move(destinations)),
      arc_cost_(graph.arcs(), unreachable),
      batch_(std::make_shared<const RepairBatch>(graph, arc_cost_, arc_cost_)) {
    for (const PlaceId d : destinations_)
        if (index(d) >= places_) throw std::invalid_argument("a destination is not a place");
    if (keep == Keep::wanted) {
        bytes_per_place_ = bytes_for(graph);
        trees_.resize(destinations_.size());
        return;
    }
    cost_.assign(destinations_.size() * places_, unreachable);
    next_.assign(destinations_.size() * places_, no_arc);
    for (std::size_t d = 0; d < destinations_.size(); ++d)
        cost_[d * places_ + index(destinations_[d])] = 0;
}

std::size_t SafePaths::set_costs(std::span<const PathCost> arc_costs) {
    return set_costs(arc_costs, Parallel());
}

std::size_t SafePaths::set_costs(std::span<const PathCost> arc_costs, const Parallel& parallel) {
    if (arc_costs.size() != arc_cost_.size())
        throw std::invalid_argument("one cost per arc is needed");
    if (std::find(arc_costs.begin(), arc_costs.end(), PathCost{0}) != arc_costs.end())
        throw std::invalid_argument("an arc must cost at least 1");
    if (std::equal(arc_costs.begin(), arc_costs.end(), arc_cost_.begin())) return 0;

    if (keep_ == Keep::wanted) {
        arc_cost_.assign(arc_costs.begin(), arc_costs.end());
        batch_ = std::make_shared<const RepairBatch>(
            *graph_, std::vector<PathCost>(arc_costs.size(), unreachable), arc_costs);
        std::fill(trees_.begin(), trees_.end(), nullptr);
        ++work_;
        return 0;
    }
    batch_ = std::make_shared<const RepairBatch>(*graph_, arc_cost_, arc_costs);
    struct Tally {
        std::uint64_t recomputed = 0;
        std::uint64_t changed = 0;
    };
    const auto repair = [&](std::size_t begin, std::size_t end) {
        TreeRepair tree(*batch_);
        for (std::size_t d = begin; d < end; ++d)
            tree.run(static_cast<std::uint32_t>(destinations_[d]),
                     std::span(cost_).subspan(d * places_, places_),
                     std::span(next_).subspan(d * places_, places_));
        return Tally{tree.recomputed(), tree.changed()};
    };
    std::size_t changed = 0;
    for (const Tally& tally :
         parallel.map_chunks<Tally>(destinations_.size(), trees_per_chunk, repair)) {
        work_ += tally.recomputed;
        changed += tally.changed;
    }
    arc_cost_.assign(arc_costs.begin(), arc_costs.end());
    return changed;
}

void SafePaths::want(std::span<const std::uint32_t> destinations, const Parallel& parallel) const {
    if (keep_ == Keep::all) return;
    std::vector<std::uint32_t> missing;
    for (const std::uint32_t d : destinations)
        if (!trees_[d]) missing.push_back(d);
    std::sort(missing.begin(), missing.end());
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    parallel.for_chunks(missing.size(), trees_per_chunk, [&](std::size_t begin, std::size_t end) {
        TreeRepair tree(*batch_);
        std::vector<PathCost> cost(places_);
        std::vector<std::uint32_t> next(places_);
        for (std::size_t i = begin; i < end; ++i) {
            std::fill(cost.begin(), cost.end(), unreachable);
            std::fill(next.begin(), next.end(), no_arc);
            const PlaceId destination = destinations_[missing[i]];
            cost[index(destination)] = 0;
            tree.run(static_cast<std::uint32_t>(destination), cost, next);
            trees_[missing[i]] = tree_of(next);
        }
    });
}

std::shared_ptr<const SafePaths::Tree> SafePaths::tree_of(
    std::span<const std::uint32_t> next) const {
    auto out = std::make_shared<Tree>(places_ * bytes_per_place_);
    for (std::uint32_t p = 0; p < places_; ++p) {
        if (next[p] == no_arc) continue;
        const auto arcs = graph_->out_arcs(PlaceId(p));
        auto number =
            static_cast<std::size_t>(std::find(arcs.begin(), arcs.end(), next[p]) - arcs.begin()) +
            1;
        for (std::size_t b = 0; b < bytes_per_place_; ++b, number >>= 8)
            (*out)[p * bytes_per_place_ + b] = static_cast<std::uint8_t>(number & 0xFF);
    }
    return out;
}

std::uint32_t SafePaths::wanted_arc(std::size_t d, PlaceId from) const {
    if (!trees_[d]) throw std::logic_error("a way was asked for that nobody wanted");
    std::size_t number = 0;
    for (std::size_t b = bytes_per_place_; b > 0; --b)
        number = number << 8 | (*trees_[d])[index(from) * bytes_per_place_ + b - 1];
    return number == 0 ? no_arc : graph_->out_arcs(from)[number - 1];
}

std::vector<PathCost> SafePaths::costs_from(PlaceId from) const {
    std::vector<PathCost> out(places_, unreachable);
    PlaceQueue queue;
    out[index(from)] = 0;
    queue.push(0, static_cast<std::uint32_t>(from));
    while (!queue.empty()) {
        const auto [cost, place] = queue.pop();
        if (cost != out[place]) continue;
        for (const auto& link : batch_->out_of(place)) {
            const std::uint64_t sum = std::uint64_t{cost} + link.cost;
            if (sum >= out[link.place]) continue;  // what does not fit is no way
            out[link.place] = static_cast<PathCost>(sum);
            queue.push(out[link.place], link.place);
        }
    }
    return out;
}

}  // namespace forestall
