// SPDX-License-Identifier: Apache-2.0
#include "world/tree_repair.hpp"

#include <algorithm>
#include <functional>

namespace forestall {
namespace {

/// Sum of two costs; what does not fit is no way.
PathCost along(PathCost rest, PathCost arc) {
    const std::uint64_t sum = std::uint64_t{rest} + arc;
    return sum < unreachable ? static_cast<PathCost>(sum) : unreachable;
}

}  // namespace

RepairBatch::RepairBatch(const RouteGraph& g, std::span<const PathCost> before, std::span<const PathCost> after)
    : graph(g) {
    out.reserve(g.arcs());
    in.reserve(g.arcs());
    for (std::uint32_t p = 0; p < g.places(); ++p) {
        const auto place = static_cast<PlaceId>(p);
        out_begin.push_back(static_cast<std::uint32_t>(out.size()));
        in_begin.push_back(static_cast<std::uint32_t>(in.size()));
        for (const std::uint32_t arc : g.out_arcs(place))
            out.push_back({static_cast<std::uint32_t>(g.arc_to(arc)), arc, after[arc]});
        for (const std::uint32_t arc : g.in_arcs(place))
            in.push_back({static_cast<std::uint32_t>(g.arc_from(arc)), arc, after[arc]});
    }
    out_begin.push_back(static_cast<std::uint32_t>(out.size()));
    in_begin.push_back(static_cast<std::uint32_t>(in.size()));
    for (std::uint32_t arc = 0; arc < g.arcs(); ++arc) {
        if (before[arc] == after[arc]) continue;
        const Change change{static_cast<std::uint32_t>(g.arc_from(arc)), static_cast<std::uint32_t>(g.arc_to(arc)), arc,
                            after[arc]};
        (after[arc] > before[arc] ? dearer : cheaper).push_back(change);
    }
}

TreeRepair::TreeRepair(const RepairBatch& batch) : batch_(batch), touched_(batch.graph.places(), 0) {}

void TreeRepair::run(std::span<PathCost> cost, std::span<std::uint32_t> next) {
    cost_ = cost;
    next_ = next;
    before_.clear();
    cut_off();
    reattach();
    cheapen();
    settle();
    recomputed_ += before_.size();
    for (const Entry& entry : before_) {
        changed_ += cost_[entry.place] != entry.cost || next_[entry.place] != entry.next ? 1u : 0u;
        touched_[entry.place] = 0;
    }
}

/// Every place whose way leads over a dearer arc loses its way: the subtrees below those arcs.
void TreeRepair::cut_off() {
    for (const auto& change : batch_.dearer)
        if (next_[change.from] == change.arc) touch(change.from);
    for (std::size_t i = 0; i < before_.size(); ++i) {
        const std::uint32_t place = before_[i].place;
        for (const auto& link : batch_.into(place))
            if (next_[link.place] == link.arc) touch(link.place);
        cost_[place] = unreachable;
        next_[place] = no_arc;
    }
}

/// A place that lost its way takes the best one over a neighbour that did not.
void TreeRepair::reattach() {
    for (const Entry& entry : before_) {
        PathCost best = unreachable;
        std::uint32_t arc = no_arc;
        for (const auto& link : batch_.out_of(entry.place)) {
            if (touched_[link.place]) continue;
            const PathCost candidate = along(cost_[link.place], link.cost);
            if (candidate < best) {
                best = candidate;
                arc = link.arc;
            }
        }
        if (arc == no_arc) continue;
        cost_[entry.place] = best;
        next_[entry.place] = arc;
        push(best, entry.place);
    }
}

void TreeRepair::cheapen() {
    for (const auto& change : batch_.cheaper) offer(change.from, change.arc, change.to, change.cost);
}

void TreeRepair::settle() {
    while (!heap_.empty()) {
        const std::uint64_t top = pop();
        const auto place = static_cast<std::uint32_t>(top);
        if (static_cast<PathCost>(top >> 32) != cost_[place]) continue;
        for (const auto& link : batch_.into(place)) offer(link.place, link.arc, place, link.cost);
    }
}

/// The way from `place` over `arc` to `to`: taken if cheaper, or as cheap and before the present one in order.
void TreeRepair::offer(std::uint32_t place, std::uint32_t arc, std::uint32_t to, PathCost arc_cost) {
    const PathCost candidate = along(cost_[to], arc_cost);
    if (candidate > cost_[place] || candidate == unreachable) return;
    if (candidate == cost_[place]) {
        const std::uint32_t present = next_[place];
        if (present == no_arc) return;  // the destination itself
        const auto present_to = static_cast<std::uint32_t>(batch_.graph.arc_to(present));
        if (present_to < to || (present_to == to && present <= arc)) return;
        touch(place);
        next_[place] = arc;
        return;
    }
    touch(place);
    cost_[place] = candidate;
    next_[place] = arc;
    push(candidate, place);
}

void TreeRepair::touch(std::uint32_t place) {
    if (touched_[place]) return;
    touched_[place] = 1;
    before_.push_back({place, cost_[place], next_[place]});
}

void TreeRepair::push(PathCost cost, std::uint32_t place) {
    heap_.push_back(std::uint64_t{cost} << 32 | place);
    std::push_heap(heap_.begin(), heap_.end(), std::greater<>{});
}

std::uint64_t TreeRepair::pop() {
    std::pop_heap(heap_.begin(), heap_.end(), std::greater<>{});
    const std::uint64_t top = heap_.back();
    heap_.pop_back();
    return top;
}

}  // namespace forestall
