// SPDX-License-Identifier: Apache-2.0
// Repair of one shortest-path tree after a batch of arc cost changes, in the spirit of Ramalingam &
// Reps (1996, J. Algorithms 21). The subtree below a changed arc first moves as a whole, which
// keeps every cost that of a real way; then only places that have a better way than that are
// searched, in one Dijkstra pass. Part of SafePaths.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "world/paths.hpp"
#include "world/place_queue.hpp"

namespace forestall {

/// What all trees share during one batch: new costs laid out by place, and the arcs that changed.
struct RepairBatch {
    struct Link {
        std::uint32_t place;  ///< the other end
        std::uint32_t arc;
        PathCost cost;
    };
    struct Change {
        std::uint32_t from;
        std::uint32_t to;
        std::uint32_t arc;
        PathCost cost;  ///< new
    };
    RepairBatch(const RouteGraph& graph, std::span<const PathCost> before,
                std::span<const PathCost> after);

    std::span<const Link> out_of(std::uint32_t place) const {
        return {out.data() + out_begin[place], out_begin[place + 1] - out_begin[place]};
    }
    std::span<const Link> into(std::uint32_t place) const {
        return {in.data() + in_begin[place], in_begin[place + 1] - in_begin[place]};
    }
    /// So much changed that a search from nothing costs less than a repair.
    bool anew() const { return changes.size() > graph.arcs() / 4; }

    const RouteGraph& graph;
    std::vector<std::uint32_t> out_begin, in_begin;
    std::vector<Link> out, in;
    std::vector<Change> changes;
};

/// Scratch of one thread; used for one tree after the other.
class TreeRepair {
public:
    explicit TreeRepair(const RepairBatch& batch);

    /// `cost` and `next` are one destination's row; `destination`'s own cost is 0.
    void run(std::uint32_t destination, std::span<PathCost> cost, std::span<std::uint32_t> next);

    std::uint64_t recomputed() const { return recomputed_; }
    std::uint64_t changed() const { return changed_; }

private:
    struct Entry {
        std::uint32_t place;
        PathCost cost;
        std::uint32_t next;
    };
    void begin_anew(std::uint32_t destination);
    void move_subtrees();
    void move_below(std::uint32_t root, PathCost cost);
    void offer_detours();
    void settle();
    void take_best(std::uint32_t place);
    bool improves_a_neighbour(std::uint32_t place) const;
    bool take(std::uint32_t place, std::uint32_t arc, std::uint32_t to, PathCost arc_cost);
    void offer(std::uint32_t place, std::uint32_t arc, std::uint32_t to, PathCost arc_cost);
    void set(std::uint32_t place, PathCost cost);
    bool touch(std::uint32_t place);
    void count_and_forget();

    const RepairBatch& batch_;
    std::span<PathCost> cost_;
    std::span<std::uint32_t> next_;
    std::vector<std::uint32_t> touched_;  ///< by place, 0 or 1
    std::vector<Entry> before_;           ///< touched entries as they were
    std::vector<const RepairBatch::Change*> roots_;
    PlaceQueue queue_;
    std::uint64_t recomputed_ = 0;
    std::uint64_t changed_ = 0;
};

}  // namespace forestall
