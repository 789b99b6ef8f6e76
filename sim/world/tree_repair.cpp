// SPDX-License-Identifier: Apache-2.0
#include "world/tree_repair.hpp"

#include <algorithm>

namespace forestall {
namespace {

/// Sum of two costs; what does not fit is no way.
PathCost along(PathCost rest, PathCost arc) {
    const std::uint64_t sum = std::uint64_t{rest} + arc;
    return sum < unreachable ? static_cast<PathCost>(sum) : unreachable;
}

}  // namespace

RepairBatch::RepairBatch(const RouteGraph& g, std::span<const PathCost> before,
                         std::span<const PathCost> after)
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
    for (std::uint32_t arc = 0; arc < g.arcs(); ++arc)
        if (before[arc] != after[arc])
            changes.push_back({static_cast<std::uint32_t>(g.arc_from(arc)),
                               static_cast<std::uint32_t>(g.arc_to(arc)), arc, after[arc]});
}

TreeRepair::TreeRepair(const RepairBatch& batch)
    : batch_(batch), touched_(batch.graph.places(), 0) {}

void TreeRepair::run(std::uint32_t destination, std::span<PathCost> cost,
                     std::span<std::uint32_t> next) {
    cost_ = cost;
    next_ = next;
    if (batch_.anew()) {
        begin_anew(destination);
    } else {
        move_subtrees();
        offer_detours();
    }
    settle();
    count_and_forget();
}

void TreeRepair::begin_anew(std::uint32_t destination) {
    for (std::uint32_t place = 0; place < cost_.size(); ++place) {
        if (place == destination) continue;
        touch(place);
        set(place, unreachable);
    }
    queue_.push(0, destination);
}

/// Every place whose way leads over a changed arc keeps its way for now, at its new cost. Arcs
/// nearer to the destination go first: what lies below two of them moves once.
void TreeRepair::move_subtrees() {
    roots_.clear();
    for (const auto& change : batch_.changes)
        if (next_[change.from] == change.arc) roots_.push_back(&change);
    std::sort(roots_.begin(), roots_.end(),
              [this](const auto* x, const auto* y) { return cost_[x->from] < cost_[y->from]; });
    for (const auto* root : roots_)
        if (touch(root->from)) move_below(root->from, along(cost_[root->to], root->cost));
}

void TreeRepair::move_below(std::uint32_t root, PathCost cost) {
    set(root, cost);
    for (std::size_t i = before_.size() - 1; i < before_.size(); ++i) {
        const std::uint32_t place = before_[i].place;
        for (const auto& link : batch_.into(place))
            if (next_[link.place] == link.arc && touch(link.place))
                set(link.place, along(cost_[place], link.cost));
    }
}

/// Better ways than the moved ones: out of a place that came farther, into a place that came
/// nearer, over an arc that became cheaper.
void TreeRepair::offer_detours() {
    const std::size_t moved = before_.size();
    for (std::size_t i = 0; i < moved; ++i) {
        const auto [place, cost_before, next_before] = before_[i];
        if (cost_[place] > cost_before) {
            take_best(place);
        } else if (improves_a_neighbour(place)) {
            queue_.push(cost_[place], place);
        }
    }
    for (const auto& change : batch_.changes)
        offer(change.from, change.arc, change.to, change.cost);
}

/// The best way over any neighbour as they stand now.
void TreeRepair::take_best(std::uint32_t place) {
    bool cheaper = false;
    for (const auto& link : batch_.out_of(place))
        cheaper |= take(place, link.arc, link.place, link.cost);
    if (cheaper) queue_.push(cost_[place], place);
}

bool TreeRepair::improves_a_neighbour(std::uint32_t place) const {
    for (const auto& link : batch_.into(place)) {
        const PathCost candidate = along(cost_[place], link.cost);
        if (candidate < cost_[link.place] ||
            (candidate == cost_[link.place] && next_[link.place] != link.arc))
            return true;
    }
    return false;
}

void TreeRepair::settle() {
    while (!queue_.empty()) {
        const auto [cost, place] = queue_.pop();
        if (cost != cost_[place]) continue;  // a cheaper way was found since
        for (const auto& link : batch_.into(place)) offer(link.place, link.arc, place, link.cost);
    }
}

void TreeRepair::offer(std::uint32_t place, std::uint32_t arc, std::uint32_t to,
                       PathCost arc_cost) {
    if (take(place, arc, to, arc_cost)) queue_.push(cost_[place], place);
}

/// The way from `place` over `arc` to `to`: taken if cheaper, or as cheap and before the present
/// one in order. Returns whether it was cheaper.
bool TreeRepair::take(std::uint32_t place, std::uint32_t arc, std::uint32_t to, PathCost arc_cost) {
    const PathCost candidate = along(cost_[to], arc_cost);
    const PathCost cost = cost_[place];
    if (candidate > cost || candidate == unreachable) return false;
    if (candidate == cost) {
        const std::uint32_t present = next_[place];
        if (present == arc) return false;
        const auto present_to = static_cast<std::uint32_t>(batch_.graph.arc_to(present));
        if (present_to < to || (present_to == to && present < arc)) return false;
    }
    touch(place);
    cost_[place] = candidate;
    next_[place] = arc;
    return candidate < cost;
}

/// Sets the cost; the next arc stays, unless there is no way.
void TreeRepair::set(std::uint32_t place, PathCost cost) {
    cost_[place] = cost;
    if (cost == unreachable) next_[place] = no_arc;
}

/// Notes the entry as it was; false if it was noted already.
bool TreeRepair::touch(std::uint32_t place) {
    if (touched_[place] != 0) return false;
    touched_[place] = 1;
    before_.push_back({place, cost_[place], next_[place]});
    return true;
}

void TreeRepair::count_and_forget() {
    recomputed_ += before_.size();
    for (const Entry& entry : before_) {
        if (cost_[entry.place] != entry.cost || next_[entry.place] != entry.next) ++changed_;
        touched_[entry.place] = 0;
    }
    before_.clear();
}

}  // namespace forestall
