// SPDX-License-Identifier: Apache-2.0
// How far places at home, and sanctuaries just abroad, lie from each other by road, whatever is
// closed or dangerous: for those who march, and for what is told from place to place. Ties: lowest
// place id. Immutable, so safe to share; ways of small countries are worked out once, of large ones
// whenever they are asked for.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/ids.hpp"
#include "core/table.hpp"
#include "world/place.hpp"

namespace forestall {

/// Above so many places ways are not kept: 12 bytes a pair.
inline constexpr std::size_t most_places_with_kept_roads = 1000;

class Roads {
public:
    /// All ways from one place.
    struct Ways {
        Table<PlaceId, double> km;         ///< infinite where no road leads
        Table<PlaceId, PlaceId> previous;  ///< the place before, on the way there; none: no way
    };

    /// `keep`: ways are worked out now, unless there are too many. `abroad`: places beyond the
    /// border which roads lead to and from, but not through.
    Roads(const std::vector<Place>& places, std::span<const Route> routes, bool keep,
          std::span<const PlaceId> abroad = {});
    std::shared_ptr<const Ways> from(PlaceId place) const;
    /// Kilometres from each place to the nearest of some; infinite where no road leads to one.
    Table<PlaceId, double> to_nearest(std::span<const PlaceId> places) const;
    /// Places next to one, in order, with the kilometres to them.
    struct Neighbour {
        PlaceId place;
        double km;
    };
    std::span<const Neighbour> next_to(PlaceId place) const { return next_[place]; }

private:
    Ways search(std::span<const PlaceId> from) const;

    Table<PlaceId, std::vector<Neighbour>> next_;
    Table<PlaceId, std::uint8_t> abroad_;
    Table<PlaceId, std::shared_ptr<const Ways>> kept_;
};

}  // namespace forestall
