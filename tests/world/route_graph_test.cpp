// SPDX-License-Identifier: Apache-2.0
#include "world/route_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "world/builders.hpp"

namespace forestall {
namespace {

using test::route;
using testing::ElementsAre;

TEST(RouteGraph, ARouteIsTwoArcs) {
    const std::vector<Route> routes = {route(0, 2), route(2, 1)};
    const RouteGraph graph(3, routes);
    ASSERT_EQ(graph.arcs(), 4u);
    EXPECT_EQ(graph.arc_from(2), PlaceId{2});
    EXPECT_EQ(graph.arc_to(2), PlaceId{1});
    EXPECT_EQ(graph.arc_from(3), PlaceId{1});
    EXPECT_EQ(RouteGraph::route_of(3), RouteId{1});
}

TEST(RouteGraph, ArcsOfAPlaceAreInOrderOfTheOtherEnd) {
    const std::vector<Route> routes = {route(1, 3), route(2, 1), route(0, 1), route(1, 2)};
    const RouteGraph graph(4, routes);
    EXPECT_THAT(graph.out_arcs(PlaceId{1}), ElementsAre(5u, 3u, 6u, 0u));
    EXPECT_THAT(graph.in_arcs(PlaceId{1}), ElementsAre(4u, 2u, 7u, 1u));
    EXPECT_THAT(graph.out_arcs(PlaceId{0}), ElementsAre(4u));
}

TEST(RouteGraph, ComponentsAreNumberedByTheirLowestPlace) {
    const std::vector<Route> routes = {route(5, 1), route(4, 0)};
    EXPECT_THAT(RouteGraph(6, routes).components(), ElementsAre(0u, 1u, 2u, 3u, 0u, 1u));
    EXPECT_TRUE(RouteGraph(0, {}).components().empty());
}

TEST(RouteGraph, RefusesRoutesToNowhere) {
    const std::vector<Route> outside = {route(0, 3)};
    const std::vector<Route> loop = {route(1, 1)};
    EXPECT_THROW(RouteGraph(3, outside), std::invalid_argument);
    EXPECT_THROW(RouteGraph(3, loop), std::invalid_argument);
}

}  // namespace
}  // namespace forestall
