// SPDX-License-Identifier: Apache-2.0
// Closures: which ways are open on which day.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/random.hpp"
#include "world/builders.hpp"
#include "world/travel_cost.hpp"

namespace forestall {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Closure close_place(std::uint32_t p, Day first, Day last) {
    return {.what = Closure::What::place,
            .place = PlaceId{p},
            .from_country = {},
            .to_country = {},
            .first = first,
            .last = last};
}
Closure close_route(std::uint32_t r, Day first, Day last) {
    return {.what = Closure::What::route,
            .route = RouteId{r},
            .from_country = {},
            .to_country = {},
            .first = first,
            .last = last};
}
Closure close_border(std::string from, std::string to, Day first, Day last) {
    return {.what = Closure::What::border,
            .from_country = std::move(from),
            .to_country = std::move(to),
            .first = first,
            .last = last};
}

PathCost cost_on_day(const World& world, OpenState& state, Day day, std::uint32_t from,
                     std::uint32_t to) {
    state.set_day(day);
    std::vector<PathCost> costs(world.graph().arcs());
    travel_costs(world, state, std::vector<double>(world.places().size()), {}, costs);
    SafePaths paths(world.graph(), {PlaceId{to}});
    paths.set_costs(costs);
    return paths.cost(0, PlaceId{from});
}

TEST(OpenState, AClosedRouteCutsALineExactlyOnItsDays) {
    WorldTables t = test::line(4);
    t.closures = {close_route(1, 5, 9)};
    const World world = World::build(t);
    OpenState state(world);
    for (Day day = 0; day < 15; ++day) {
        const bool closed = day >= 5 && day <= 9;
        EXPECT_EQ(cost_on_day(world, state, day, 0, 3), closed ? unreachable : 300 * cost_per_km)
            << "day " << day;
        EXPECT_EQ(cost_on_day(world, state, day, 3, 0), closed ? unreachable : 300 * cost_per_km)
            << "day " << day;
        EXPECT_EQ(cost_on_day(world, state, day, 0, 1), 100 * cost_per_km);
    }
}

TEST(OpenState, AClosedPlaceMakesTheWayLongerExactlyOnItsDays) {
    WorldTables t = test::grid(3);
    t.closures = {close_place(4, 3, 6)};
    const World world = World::build(t);
    OpenState state(world);
    for (Day day = 0; day < 10; ++day) {
        const bool closed = day >= 3 && day <= 6;
        EXPECT_EQ(cost_on_day(world, state, day, 3, 5), (closed ? 40 : 20) * cost_per_km)
            << "day " << day;
        EXPECT_EQ(cost_on_day(world, state, day, 3, 4), closed ? unreachable : 10 * cost_per_km);
        EXPECT_EQ(cost_on_day(world, state, day, 4, 5), 10 * cost_per_km)
            << "a closed place can be left";
    }
}

TEST(OpenState, AClosedBorderStopsOneDirection) {
    WorldTables t = test::two_countries();
    t.closures = {close_border("Aru", "Besh", 2, -1)};
    const World world = World::build(t);
    OpenState state(world);
    EXPECT_EQ(cost_on_day(world, state, 1, 0, 2), 150 * cost_per_km);
    for (const Day day : {2, 3, 1000}) {
        EXPECT_EQ(cost_on_day(world, state, day, 0, 2), unreachable);
        EXPECT_EQ(cost_on_day(world, state, day, 2, 0), 150 * cost_per_km);
        EXPECT_EQ(cost_on_day(world, state, day, 0, 1), 100 * cost_per_km)
            << "inside the country all is open";
    }
}

TEST(OpenState, ChangeDaysAreThoseOnWhichSomethingChanges) {
    WorldTables t = test::line(4);
    t.closures = {close_route(0, 0, 3), close_route(0, 2, 7), close_route(1, 5, -1),
                  close_place(3, 6, 6)};
    const World world = World::build(t);
    OpenState state(world);
    EXPECT_THAT(state.change_days(), ElementsAre(5, 6, 7, 8)) << "overlaps hide days 2 and 4";
    for (Day day = 1; day < 20; ++day) {
        const bool listed = day >= 5 && day <= 8;
        EXPECT_EQ(state.set_day(day), listed) << "day " << day;
        EXPECT_EQ(state.day(), day);
    }
}

TEST(OpenState, WithoutClosuresNothingEverChanges) {
    const World world = World::build(test::line(3));
    OpenState state(world);
    EXPECT_THAT(state.change_days(), IsEmpty());
    EXPECT_FALSE(state.set_day(500));
    EXPECT_THAT(state.arcs(), testing::Each(1));
}

TEST(OpenState, GoingBackGivesTheSameAsComingFresh) {
    WorldTables t = test::grid(4);
    Stream luck(2, 0, 0);
    for (int i = 0; i < 30; ++i) {
        const Day first = static_cast<Day>(luck.below(60)) - 10;
        const Day last =
            luck.uniform() < 0.2 ? -1 : std::max(0, first) + static_cast<Day>(luck.below(20));
        if (luck.uniform() < 0.5)
            t.closures.push_back(
                close_place(static_cast<std::uint32_t>(luck.below(16)), first, last));
        else
            t.closures.push_back(
                close_route(static_cast<std::uint32_t>(luck.below(24)), first, last));
    }
    const World world = World::build(t);
    OpenState wanderer(world);
    for (int i = 0; i < 300; ++i) {
        const Day day = static_cast<Day>(luck.below(90));
        wanderer.set_day(day);
        OpenState fresh(world);
        for (Day d = 0; d <= day; ++d) fresh.set_day(d);
        ASSERT_TRUE(std::equal(fresh.arcs().begin(), fresh.arcs().end(), wanderer.arcs().begin()))
            << "day " << day;
    }
}

}  // namespace
}  // namespace forestall
