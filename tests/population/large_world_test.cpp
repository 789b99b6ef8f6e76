// SPDX-License-Identifier: Apache-2.0
// Where a world has too many places for all ways to be in memory, ways are made when they are
// wanted: people go the same ways, to a bit.
#include <gtest/gtest.h>

#include "population/scene.hpp"
#include "world/random_graph.hpp"

namespace forestall {
namespace {

constexpr std::size_t places = 50;

WorldTables war_everywhere(Representation representation, DisplacementMode mode) {
    WorldTables t = test::empty_country();
    t.settings.representation = representation;
    t.settings.displacement = mode;
    for (std::size_t p = 0; p < places; ++p) {
        PlaceKind kind = p % 7 == 0 ? PlaceKind::border_point : PlaceKind::settlement;
        if (p % 5 == 0) kind = PlaceKind::camp;
        t.places.push_back(test::place(test::numbered('P', p), "Aru", kind));
        if (kind == PlaceKind::settlement) t.populations.push_back(test::people(p, 0, 3000));
    }
    t.routes = test::road_network(places, 80, 3);
    t.routes[4].forwarding = Forwarding::to_b;
    t.closures = {test::close_route(2, 10, 40), test::close_place(5, 15), test::close_route(9, 20)};
    return t;
}

PopulationParameters everybody_moves() {
    PopulationParameters p = test::at_rest();
    p.leave_rate_per_day = 0.02;
    p.return_rate_per_day = 0.01;
    p.onward_rate_per_day = 0.01;
    p.kin_pull = 2;
    return p;
}

std::uint64_t history(const WorldTables& tables, Keep keep, bool prescribed) {
    test::Scene scene(tables, everybody_moves(), 0, keep);
    StateHash h;
    for (int week = 0; week < 16; ++week) {
        for (std::size_t p = 0; p < places; ++p)
            scene.danger[p] = scene.alarm[p] = scene.unease[p] =
                static_cast<double>((p * 7 + static_cast<std::size_t>(week)) % 10) / 10;
        scene.run(7, prescribed ? std::optional<Persons>(2000 + 400 * week) : std::nullopt);
        scene.people.hash(h);
    }
    return h.digest();
}

TEST(LargeWorld, PeopleGoTheSameWaysWhenWaysAreMadeWhenWanted) {
    for (const Representation r : {Representation::cohort, Representation::individual})
        for (const bool prescribed : {false, true}) {
            const WorldTables tables = war_everywhere(
                r, prescribed ? DisplacementMode::prescribed : DisplacementMode::endogenous);
            EXPECT_EQ(history(tables, Keep::wanted, prescribed),
                      history(tables, Keep::all, prescribed))
                << (r == Representation::cohort ? "cohort" : "individual")
                << (prescribed ? ", prescribed" : "");
        }
}

}  // namespace
}  // namespace forestall
