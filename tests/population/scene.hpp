// SPDX-License-Identifier: Apache-2.0
// A world with people in it whose danger, alarm, unease and closures a test sets by hand, day by
// day; and a country whose parameters are at rest: nobody leaves, returns, moves on or dies unless
// the test says so.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "population/population.hpp"
#include "world/builders.hpp"
#include "world/travel_cost.hpp"

namespace forestall::test {

/// Defaults with every rate at 0, no pull of kin and no danger aversion.
inline PopulationParameters at_rest() {
    PopulationParameters p{};
    p.alarm_memory_days = 90;
    p.alarm_fade_days = 30;
    p.distance_reach_km = 100;
    p.kin_familiar = 50;
    p.host_attraction = 1;
    p.host_size_exponent = 0.5;
    p.travel_km_per_day = 100;
    p.origin_size_exponent = 1;
    p.calm_level = 1;
    return p;
}

inline std::vector<PlaceId> all_places(const World& world) {
    std::vector<PlaceId> out;
    for (std::uint32_t p = 0; p < world.places().size(); ++p) out.push_back(PlaceId(p));
    return out;
}

inline std::vector<Persons> home_counts(const World& world) {
    std::vector<Persons> out(world.cells());
    for (const auto& h : world.populations()) out[index(world.cell(h.place, h.group))] += h.persons;
    return out;
}

class Scene {
public:
    explicit Scene(WorldTables tables, const PopulationParameters& parameters = at_rest(),
                   std::uint64_t member = 0, Keep keep = Keep::all)
        : world(World::build(std::move(tables))),
          luck(77, member),
          danger(world.places().size()),
          alarm(world.places().size()),
          unease(world.places().size()),
          enterable(world.places().size(), 1),
          open(world),
          paths(world.graph(), all_places(world), keep),
          people(world, parameters, home_counts(world), luck) {
        look();
    }
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    /// Brings paths and closures up to the day.
    void look() {
        open.set_day(day);
        std::vector<PathCost> costs(world.graph().arcs());
        travel_costs(world, open, danger, {}, costs);
        paths.set_costs(costs);
        for (std::uint32_t p = 0; p < enterable.size(); ++p)
            enterable[p] = open.place_open(PlaceId(p));
    }
    Surroundings seen() const { return {day, danger, alarm, unease, {}, enterable, 1, &paths}; }
    void run(int days, std::optional<Persons> prescribed = {}) {
        for (int i = 0; i < days; ++i, ++day) {
            look();
            people.day(seen(), luck, serial, prescribed);
            people.check_conservation();
        }
    }
    Persons sheltered(std::size_t place) const {
        return people.sheltered(static_cast<PlaceId>(place));
    }
    Persons at_home(std::size_t place) const {
        Persons n = 0;
        for (std::size_t g = 0; g < world.groups().size(); ++g)
            n += people.at_home(world.cell(static_cast<PlaceId>(place), static_cast<GroupId>(g)));
        return n;
    }

    World world;
    Luck luck;
    Day day = 0;
    std::vector<double> danger, alarm, unease;
    std::vector<std::uint8_t> enterable;
    OpenState open;
    SafePaths paths;
    Parallel serial;
    Population people;
};

/// "Home" (0) and then a row of border points that lead to the camp "Zelt" (last), `km` per link:
/// nowhere else to go. 1,000 people of the first group live in Home.
inline WorldTables road_to_a_camp(std::size_t links, double km) {
    WorldTables t = empty_country();
    t.places.push_back(place("Home"));
    for (std::size_t p = 1; p < links; ++p)
        t.places.push_back(place(numbered('P', p), "Aru", PlaceKind::border_point));
    t.places.push_back(place("Zelt", "Aru", PlaceKind::camp));
    for (std::size_t p = 1; p <= links; ++p) t.routes.push_back(route(p - 1, p, km));
    t.populations = {people(0, 0, 1000)};
    return t;
}

inline Closure close_place(std::size_t place, Day first, Day last = -1) {
    Closure c{.what = Closure::What::place,
              .from_country = {},
              .to_country = {},
              .first = first,
              .last = last};
    c.place = static_cast<PlaceId>(place);
    return c;
}

inline Closure close_route(std::size_t route, Day first, Day last = -1) {
    Closure c{.what = Closure::What::route,
              .from_country = {},
              .to_country = {},
              .first = first,
              .last = last};
    c.route = static_cast<RouteId>(route);
    return c;
}

}  // namespace forestall::test
