// SPDX-License-Identifier: Apache-2.0
// The static topology of a World: which places are linked. Route r gives arc 2r (a -> b) and arc
// 2r+1 (b -> a). Invariant: arcs of a place are ordered by the other end's id, then by arc.
// Immutable, so safe to share.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/ids.hpp"
#include "world/place.hpp"

namespace forestall {

class RouteGraph {
public:
    /// Throws std::invalid_argument when a route's end is not a place or both ends are the same.
    RouteGraph(std::size_t places, std::span<const Route> routes);

    std::size_t places() const { return out_begin_.size() - 1; }
    std::size_t arcs() const { return from_.size(); }
    PlaceId arc_from(std::size_t arc) const { return from_[arc]; }
    PlaceId arc_to(std::size_t arc) const { return to_[arc]; }
    static RouteId route_of(std::size_t arc) { return static_cast<RouteId>(arc / 2); }

    /// Arcs leaving / entering a place, in order of the other end's id.
    std::span<const std::uint32_t> out_arcs(PlaceId place) const {
        return slice(out_begin_, out_, place);
    }
    std::span<const std::uint32_t> in_arcs(PlaceId place) const {
        return slice(in_begin_, in_, place);
    }

    /// Number of the connected component of each place, by lowest place id first (closures
    /// ignored).
    std::vector<std::uint32_t> components() const;

private:
    static std::span<const std::uint32_t> slice(const std::vector<std::uint32_t>& begin,
                                                const std::vector<std::uint32_t>& arcs,
                                                PlaceId place) {
        const std::size_t p = index(place);
        return std::span(arcs).subspan(begin[p], begin[p + 1] - begin[p]);
    }

    std::vector<PlaceId> from_;
    std::vector<PlaceId> to_;
    std::vector<std::uint32_t> out_begin_;
    std::vector<std::uint32_t> out_;
    std::vector<std::uint32_t> in_begin_;
    std::vector<std::uint32_t> in_;
};

}  // namespace forestall
