// SPDX-License-Identifier: Apache-2.0
#include "world/paths.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <numeric>

#include "core/parallel.hpp"
#include "world/builders.hpp"
#include "world/random_graph.hpp"

namespace forestall {
namespace {

std::vector<PlaceId> everywhere(const RouteGraph& graph) {
    std::vector<PlaceId> all(graph.places());
    for (std::size_t p = 0; p < all.size(); ++p) all[p] = static_cast<PlaceId>(p);
    return all;
}

/// Costs to one destination by Boost.Graph, from nothing, on the reversed open arcs.
std::vector<std::uint64_t> reference_costs(const RouteGraph& graph, std::span<const PathCost> costs,
                                           PlaceId target) {
    using Graph =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                              boost::property<boost::edge_weight_t, std::uint64_t>>;
    Graph reversed(graph.places());
    for (std::size_t arc = 0; arc < graph.arcs(); ++arc)
        if (costs[arc] != unreachable)
            boost::add_edge(index(graph.arc_to(arc)), index(graph.arc_from(arc)), costs[arc],
                            reversed);
    std::vector<std::uint64_t> distance(graph.places());
    boost::dijkstra_shortest_paths(reversed, index(target), boost::distance_map(distance.data()));
    for (auto& d : distance) d = std::min<std::uint64_t>(d, unreachable);
    return distance;
}

/// The rule for ties, in its plainest form.
std::uint32_t reference_next(const RouteGraph& graph, std::span<const PathCost> costs,
                             const std::vector<std::uint64_t>& distance, PlaceId from) {
    if (distance[index(from)] == 0 || distance[index(from)] == unreachable) return no_arc;
    for (const std::uint32_t arc : graph.out_arcs(from)) {
        const std::uint64_t rest = distance[index(graph.arc_to(arc))];
        if (costs[arc] != unreachable && rest != unreachable &&
            rest + costs[arc] == distance[index(from)])
            return arc;
    }
    return no_arc;
}

std::size_t mismatches(const SafePaths& paths, const RouteGraph& graph,
                       std::span<const PathCost> costs) {
    std::size_t wrong = 0;
    for (std::size_t d = 0; d < paths.destinations().size(); ++d) {
        const auto distance = reference_costs(graph, costs, paths.destinations()[d]);
        for (const PlaceId from : everywhere(graph)) {
            wrong += paths.cost(d, from) != distance[index(from)];
            wrong += paths.next_arc(d, from) != reference_next(graph, costs, distance, from);
        }
    }
    return wrong;
}

/// New costs for a few arcs: small numbers so that ties are common, sometimes closed, sometimes
/// open again.
void shake(std::vector<PathCost>& costs, Stream& luck, std::size_t arcs_to_change,
           std::uint64_t dearest) {
    for (std::size_t i = 0; i < arcs_to_change; ++i) {
        const std::size_t arc = luck.below(costs.size());
        costs[arc] =
            luck.uniform() < 0.2 ? unreachable : static_cast<PathCost>(1 + luck.below(dearest));
    }
}

void expect_repair_equals_fresh_search(std::uint64_t seed, std::uint64_t dearest) {
    const RouteGraph graph(40, test::road_network(40, 70, seed));
    SafePaths paths(graph, everywhere(graph));
    std::vector<PathCost> costs(graph.arcs(), 5);
    Stream luck(seed, 1, 0);
    for (int batch = 0; batch < 150; ++batch) {
        shake(costs, luck, batch % 10 == 0 ? costs.size() : 1 + luck.below(12), dearest);
        paths.set_costs(costs);
        ASSERT_EQ(mismatches(paths, graph, costs), 0u) << "seed " << seed << ", batch " << batch;
    }
}

TEST(SafePaths, RepairedTreesEqualAFreshSearchWhenTiesAreCommon) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) expect_repair_equals_fresh_search(seed, 6);
}

TEST(SafePaths, RepairedTreesEqualAFreshSearchWhenCostsAreLong) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed)
        expect_repair_equals_fresh_search(seed, 1'000'000);
}

TEST(SafePaths, RepairedTreesEqualAFreshSearchWhenSumsDoNotFit) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed)
        expect_repair_equals_fresh_search(seed, unreachable / 3);
}

TEST(SafePaths, ParallelLinksAreTakenInOrderOfArc) {
    const std::vector<Route> routes = {test::route(0, 1), test::route(1, 0), test::route(0, 1)};
    const RouteGraph graph(2, routes);
    SafePaths paths(graph, everywhere(graph));
    Stream luck(7, 0, 0);
    std::vector<PathCost> costs(graph.arcs(), 1);
    for (int batch = 0; batch < 200; ++batch) {
        paths.set_costs(costs);
        ASSERT_EQ(mismatches(paths, graph, costs), 0u) << "batch " << batch;
        shake(costs, luck, 2, 2);
    }
}

TEST(SafePaths, BeforeAnyCostNothingIsReachableButTheDestinationItself) {
    const RouteGraph graph(3, World::build(test::line(3)).routes());
    const SafePaths paths(graph, {PlaceId{1}});
    EXPECT_EQ(paths.cost(0, PlaceId{1}), 0u);
    EXPECT_EQ(paths.cost(0, PlaceId{0}), unreachable);
    EXPECT_EQ(paths.next_arc(0, PlaceId{0}), no_arc);
    EXPECT_EQ(paths.next_hop(0, PlaceId{0}), none<PlaceId>());
}

TEST(SafePaths, OnALineCostIsDistance) {
    const World world = World::build(test::line(20));
    SafePaths paths(world.graph(), everywhere(world.graph()));
    paths.set_costs(std::vector<PathCost>(world.graph().arcs(), 100 * cost_per_km));
    for (std::size_t d = 0; d < 20; ++d)
        for (std::size_t p = 0; p < 20; ++p) {
            const std::size_t steps = p > d ? p - d : d - p;
            EXPECT_EQ(paths.cost(d, static_cast<PlaceId>(p)), steps * 100 * cost_per_km);
            if (p != d) {
                EXPECT_EQ(index(paths.next_hop(d, static_cast<PlaceId>(p))), p > d ? p - 1 : p + 1);
            }
        }
}

TEST(SafePaths, AWayWhoseCostDoesNotFitIsNoWay) {
    const World world = World::build(test::line(4));
    SafePaths paths(world.graph(), {PlaceId{0}});
    paths.set_costs(std::vector<PathCost>(world.graph().arcs(), unreachable / 2));
    EXPECT_EQ(paths.cost(0, PlaceId{2}), unreachable - 1);
    EXPECT_EQ(paths.cost(0, PlaceId{3}), unreachable);
    EXPECT_EQ(paths.next_arc(0, PlaceId{3}), no_arc);
}

TEST(SafePaths, ChangesNothingAndWorksOnNothingWhenCostsStay) {
    const World world = World::build(test::grid(8));
    SafePaths paths(world.graph(), everywhere(world.graph()));
    const std::vector<PathCost> costs(world.graph().arcs(), 1000);
    EXPECT_EQ(paths.set_costs(costs), 64u * 63u);
    const std::uint64_t work = paths.work();
    EXPECT_EQ(work, 64u * 63u);
    EXPECT_EQ(paths.set_costs(costs), 0u);
    EXPECT_EQ(paths.work(), work);
}

TEST(SafePaths, TouchesOnlyWhatLiesBehindTheChangedLink) {
    const World world = World::build(test::line(100));
    const RouteGraph& graph = world.graph();
    SafePaths paths(graph, {PlaceId{0}, PlaceId{99}});
    std::vector<PathCost> costs(graph.arcs(), 1000);
    paths.set_costs(costs);
    for (const PathCost cost : {PathCost{2000}, PathCost{500}, unreachable, PathCost{1000}}) {
        const std::uint64_t before = paths.work();
        for (const std::uint32_t arc : graph.out_arcs(PlaceId{90}))
            if (graph.arc_to(arc) == PlaceId{89}) costs[arc] = cost;
        EXPECT_EQ(paths.set_costs(costs), 10u);
        EXPECT_EQ(paths.work() - before, 10u) << "places 90 to 99 towards 0, none towards 99";
    }
}

TEST(SafePaths, AreTheSameForAnyBackEndThreadsAndChunkOrder) {
    const RouteGraph graph(60, test::road_network(60, 110, 9));
    const Parallel kinds[] = {Parallel(Backend::jthread, 3), Parallel(Backend::tbb, 2, 5),
                              Parallel(Backend::serial, 1, 3)};
    for (const Parallel& parallel : kinds) {
        SafePaths serial(graph, everywhere(graph));
        SafePaths shared(graph, everywhere(graph));
        std::vector<PathCost> costs(graph.arcs(), 5);
        Stream luck(3, 0, 0);
        for (int batch = 0; batch < 20; ++batch) {
            shake(costs, luck, 9, 100);
            EXPECT_EQ(serial.set_costs(costs), shared.set_costs(costs, parallel));
            EXPECT_EQ(mismatches(shared, graph, costs), 0u);
            EXPECT_EQ(serial.work(), shared.work());
        }
    }
}

TEST(SafePaths, ACopyGoesItsOwnWay) {
    const World world = World::build(test::line(5));
    SafePaths paths(world.graph(), {PlaceId{0}});
    std::vector<PathCost> costs(world.graph().arcs(), 10);
    paths.set_costs(costs);
    SafePaths branch = paths;
    branch.set_costs(std::vector<PathCost>(world.graph().arcs(), 20));
    EXPECT_EQ(paths.cost(0, PlaceId{4}), 40u);
    EXPECT_EQ(branch.cost(0, PlaceId{4}), 80u);
}

std::vector<std::uint32_t> numbers(std::size_t n) {
    std::vector<std::uint32_t> out(n);
    std::iota(out.begin(), out.end(), 0U);
    return out;
}

/// Places where ways made on demand differ from those that are kept.
std::size_t differences(const SafePaths& kept, const SafePaths& wanted, const RouteGraph& graph) {
    std::size_t wrong = 0;
    for (const PlaceId from : everywhere(graph)) {
        const std::vector<PathCost> cost = wanted.costs_from(from);
        for (std::size_t d = 0; d < cost.size(); ++d) {
            wrong += cost[d] != kept.cost(d, from);
            wrong += wanted.next_arc(d, from) != kept.next_arc(d, from);
        }
    }
    return wrong;
}

TEST(SafePaths, WaysMadeWhenWantedAreThoseThatAreKept) {
    for (const std::uint64_t dearest :
         {std::uint64_t{6}, std::uint64_t{1'000'000}, std::uint64_t{unreachable / 3}}) {
        const RouteGraph graph(40, test::road_network(40, 70, dearest));
        SafePaths kept(graph, everywhere(graph)), wanted(graph, everywhere(graph), Keep::wanted);
        const Parallel threads(Backend::jthread, 3);
        std::vector<PathCost> costs(graph.arcs(), 5);
        Stream luck(dearest, 2, 0);
        for (int batch = 0; batch < 60; ++batch) {
            // At times nearly all roads are closed: then few arcs differ from a map without roads.
            if (batch % 7 == 3) std::fill(costs.begin(), costs.end(), unreachable);
            shake(costs, luck, batch % 10 == 0 ? costs.size() : 1 + luck.below(12), dearest);
            kept.set_costs(costs);
            wanted.set_costs(costs);
            wanted.want(numbers(40), threads);
            ASSERT_EQ(differences(kept, wanted, graph), 0u)
                << "dearest " << dearest << ", batch " << batch;
        }
    }
}

TEST(SafePaths, AHubOfManyRoadsHasThemAllWhenWanted) {
    std::vector<Route> spokes;
    for (std::size_t p = 1; p < 400; ++p) spokes.push_back(test::route(0, p));
    const RouteGraph graph(400, spokes);
    SafePaths kept(graph, everywhere(graph)), wanted(graph, everywhere(graph), Keep::wanted);
    const std::vector<PathCost> costs(graph.arcs(), 10);
    kept.set_costs(costs);
    wanted.set_costs(costs);
    wanted.want(numbers(400), Parallel());
    EXPECT_EQ(differences(kept, wanted, graph), 0u);
}

TEST(SafePaths, OfALargeMapTakeMemoryForWhatIsWantedOnly) {
    constexpr std::size_t places = 200'000;  // all trees would take 320 GB
    std::vector<Route> chain;
    for (std::size_t p = 1; p < places; ++p) chain.push_back(test::route(p - 1, p));
    const RouteGraph graph(places, chain);
    SafePaths paths(graph, everywhere(graph), Keep::wanted);
    paths.set_costs(std::vector<PathCost>(graph.arcs(), 10));
    paths.want(std::vector<std::uint32_t>{7, 7}, Parallel());
    EXPECT_EQ(paths.next_hop(7, PlaceId{199'999}), PlaceId{199'998});
    EXPECT_EQ(paths.next_hop(7, PlaceId{7}), none<PlaceId>());
    EXPECT_EQ(paths.costs_from(PlaceId{7})[199'999], 1'999'920u);
    EXPECT_THROW(paths.next_arc(8, PlaceId{0}), std::logic_error) << "not wanted, not guessed";
}

TEST(SafePaths, RefusesCostsThatMakeNoSense) {
    const World world = World::build(test::line(3));
    SafePaths paths(world.graph(), {PlaceId{0}});
    EXPECT_THROW(paths.set_costs(std::vector<PathCost>(3, 1)), std::invalid_argument);
    EXPECT_THROW(paths.set_costs(std::vector<PathCost>(4, 0)), std::invalid_argument);
    EXPECT_THROW(SafePaths(world.graph(), {PlaceId{3}}), std::invalid_argument);
}

}  // namespace
}  // namespace forestall
