// SPDX-License-Identifier: Apache-2.0
#include "world/route_graph.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>
#include <tuple>

namespace forestall {
namespace {

/// Orders all arcs by (near end, far end, arc) and notes where each place's arcs begin.
void group_by_place(std::size_t places, const std::vector<PlaceId>& near,
                    const std::vector<PlaceId>& far, std::vector<std::uint32_t>& begin,
                    std::vector<std::uint32_t>& arcs) {
    arcs.resize(near.size());
    std::iota(arcs.begin(), arcs.end(), std::uint32_t{0});
    std::sort(arcs.begin(), arcs.end(), [&](std::uint32_t x, std::uint32_t y) {
        return std::tuple(near[x], far[x], x) < std::tuple(near[y], far[y], y);
    });
    begin.assign(places + 1, 0);
    for (const PlaceId p : near) ++begin[index(p) + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
}

}  // namespace

RouteGraph::RouteGraph(std::size_t places, std::span<const Route> routes) {
    if (routes.size() > std::numeric_limits<std::uint32_t>::max() / 4)
        throw std::invalid_argument("too many routes: " + std::to_string(routes.size()));
    from_.reserve(routes.size() * 2);
    to_.reserve(routes.size() * 2);
    for (const Route& route : routes) {
        if (index(route.a) >= places || index(route.b) >= places)
            throw std::invalid_argument("a route ends at a place that does not exist");
        if (route.a == route.b)
            throw std::invalid_argument("a route begins and ends at the same place");
        from_.insert(from_.end(), {route.a, route.b});
        to_.insert(to_.end(), {route.b, route.a});
    }
    group_by_place(places, from_, to_, out_begin_, out_);
    group_by_place(places, to_, from_, in_begin_, in_);
}

std::vector<std::uint32_t> RouteGraph::components() const {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> graph(places());
    for (std::size_t arc = 0; arc < arcs(); arc += 2)
        boost::add_edge(index(from_[arc]), index(to_[arc]), graph);
    std::vector<std::uint32_t> label(places(), 0);
    if (places() > 0) boost::connected_components(graph, label.data());
    return label;  // numbered in order of discovery, which starts from the lowest place not yet
                   // seen
}

}  // namespace forestall
