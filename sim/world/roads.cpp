// SPDX-License-Identifier: Apache-2.0
#include "world/roads.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <tuple>

namespace forestall {

Roads::Roads(const std::vector<Place>& places, std::span<const Route> routes, bool keep,
             std::span<const PlaceId> abroad)
    : next_(places.size()), abroad_(places.size()) {
    const auto home = [&](PlaceId p) { return !places[index(p)].foreign; };
    for (const PlaceId p : abroad) abroad_[p] = home(p) ? 0 : 1;
    const auto open = [&](PlaceId p) { return home(p) || abroad_[p] != 0; };
    for (const Route& r : routes) {
        if (!open(r.a) || !open(r.b) || (!home(r.a) && !home(r.b))) continue;
        next_[r.a].push_back({r.b, r.km});
        next_[r.b].push_back({r.a, r.km});
    }
    for (auto& near : next_)
        std::sort(near.begin(), near.end(),
                  [](const Neighbour& x, const Neighbour& y) { return x.place < y.place; });
    if (!keep || places.size() > most_places_with_kept_roads) return;
    kept_ = Table<PlaceId, std::shared_ptr<const Ways>>(places.size());
    for (const PlaceId p : next_.ids())
        kept_[p] = std::make_shared<const Ways>(search(std::span(&p, 1)));
}

std::shared_ptr<const Roads::Ways> Roads::from(PlaceId place) const {
    if (kept_.size() > 0) return kept_[place];
    return std::make_shared<const Ways>(search(std::span(&place, 1)));
}

Table<PlaceId, double> Roads::to_nearest(std::span<const PlaceId> places) const {
    return search(places).km;
}

Roads::Ways Roads::search(std::span<const PlaceId> from) const {
    const std::size_t n = next_.size();
    Ways ways{Table<PlaceId, double>(n, std::numeric_limits<double>::infinity()),
              Table<PlaceId, PlaceId>(n, none<PlaceId>())};
    using Reached = std::tuple<double, PlaceId, PlaceId>;  // kilometres, place, the one before
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open;
    std::vector<bool> done(n);
    for (const PlaceId p : from) open.emplace(0.0, p, none<PlaceId>());
    while (!open.empty()) {
        const auto [km, place, before] = open.top();
        open.pop();
        if (done[index(place)]) continue;
        done[index(place)] = true;
        ways.km[place] = km;
        ways.previous[place] = before;
        if (abroad_[place] != 0 && before != none<PlaceId>()) continue;
        for (const Neighbour& to : next_[place])
            if (!done[index(to.place)]) open.emplace(km + to.km, to.place, place);
    }
    return ways;
}

}  // namespace forestall
