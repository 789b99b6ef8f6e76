// SPDX-License-Identifier: Apache-2.0
// A made-up road network for tests and benchmarks of paths: a random tree of near neighbours, plus
// more short links.
#pragma once
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/random.hpp"
#include "world/builders.hpp"

namespace forestall::test {

/// `places` points on a square of side 1,000 km; `links` >= places - 1 routes, each between points
/// that are near.
inline std::vector<Route> road_network(std::size_t places, std::size_t links, std::uint64_t seed) {
    Stream luck(seed, 0, 0);
    std::vector<std::pair<double, double>> at(places);
    for (auto& [x, y] : at) x = 1000 * luck.uniform(), y = 1000 * luck.uniform();
    const auto km = [&](std::size_t i, std::size_t j) {
        const double dx = at[i].first - at[j].first, dy = at[i].second - at[j].second;
        return std::sqrt(dx * dx + dy * dy);
    };
    std::vector<Route> routes;
    for (std::size_t i = 1; i < places; ++i) {  // joins the nearest of those before it
        std::size_t nearest = 0;
        for (std::size_t j = 1; j < i; ++j)
            if (km(i, j) < km(i, nearest)) nearest = j;
        routes.push_back(route(nearest, i, km(i, nearest)));
    }
    std::vector<Route> pairs;
    for (std::size_t i = 0; i < places; ++i)
        for (std::size_t j = i + 1; j < places; ++j) pairs.push_back(route(i, j, km(i, j)));
    std::sort(pairs.begin(), pairs.end(),
              [](const Route& x, const Route& y) { return x.km < y.km; });
    const auto same = [](const Route& x, const Route& y) { return x.a == y.a && x.b == y.b; };
    for (const Route& pair : pairs) {
        if (routes.size() >= links) break;
        if (std::none_of(routes.begin(), routes.end(),
                         [&](const Route& r) { return same(r, pair); }))
            routes.push_back(pair);
    }
    return routes;
}

}  // namespace forestall::test
