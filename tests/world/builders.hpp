// SPDX-License-Identifier: Apache-2.0
// Small worlds for tests of every room: tables to alter and then hand to World::build. Names sort
// in the order of construction, so ids are known beforehand.
#pragma once
#include <cstddef>
#include <string>

#include "world/route_graph.hpp"
#include "world/world.hpp"

namespace forestall::test {

/// "P007", "P123"
inline std::string numbered(char letter, std::size_t number, std::size_t digits = 3) {
    std::string text = std::to_string(number);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return letter + text;
}

inline Place place(std::string name, std::string country = "Aru",
                   PlaceKind kind = PlaceKind::settlement) {
    Place p;
    p.name = std::move(name);
    p.region = country;
    p.foreign = country != "Aru";
    p.country = std::move(country);
    p.kind = kind;
    return p;
}

inline Route route(std::size_t a, std::size_t b, double km = 100) {
    Route r;
    r.a = static_cast<PlaceId>(a);
    r.b = static_cast<PlaceId>(b);
    r.km = km;
    return r;
}

inline HomePopulation people(PlaceId place, GroupId group, Persons persons) {
    return {place, group, persons, persons, persons};
}
inline HomePopulation people(std::size_t place, std::size_t group, Persons persons) {
    return people(id_at<PlaceId>(place), id_at<GroupId>(group), persons);
}

/// No places: a year of weeks, groups "Highlanders" (0) and "Lowlanders" (1), actors "Army of Aru"
/// (0) and "Valley Militia" (1).
inline WorldTables empty_country() {
    WorldTables t;
    t.settings.title = "A test";
    t.settings.start_date = "2030-01-01";
    t.settings.days = 364;
    t.settings.step_days = 7;
    t.groups = {{"Highlanders", PoliticalStatus::powerless},
                {"Lowlanders", PoliticalStatus::dominant}};
    t.actors = {{"Army of Aru", ActorKind::government}, {"Valley Militia", ActorKind::militia}};
    return t;
}

/// "Ford" (0) and "Mill" (1), 100 km apart; 1,000 people of each group in each.
inline WorldTables two_towns() {
    WorldTables t = empty_country();
    t.places = {place("Ford"), place("Mill")};
    t.routes = {route(0, 1)};
    for (std::size_t p = 0; p < 2; ++p)
        for (std::size_t g = 0; g < 2; ++g) t.populations.push_back(people(p, g, 1000));
    return t;
}

/// Two towns of Aru and, 50 km past Mill and over the border, the camp "Refuge" (2) in Besh.
inline WorldTables two_countries() {
    WorldTables t = two_towns();
    t.places.push_back(place("Refuge", "Besh", PlaceKind::camp));
    t.routes.push_back(route(1, 2, 50));
    return t;
}

/// n places "P000", "P001", … in a row, `km` apart, each with 100 people of each group.
inline WorldTables line(std::size_t n, double km = 100) {
    WorldTables t = empty_country();
    for (std::size_t p = 0; p < n; ++p) {
        t.places.push_back(place(numbered('P', p)));
        if (p > 0) t.routes.push_back(route(p - 1, p, km));
        for (std::size_t g = 0; g < 2; ++g) t.populations.push_back(people(p, g, 100));
    }
    return t;
}

/// n × n places, `km` apart: row r, column c is place r * n + c, named "P" and that number.
inline WorldTables grid(std::size_t n, double km = 10) {
    WorldTables t = empty_country();
    for (std::size_t p = 0; p < n * n; ++p) {
        t.places.push_back(place(numbered('P', p, 6)));
        if (p % n != 0) t.routes.push_back(route(p - 1, p, km));
        if (p >= n) t.routes.push_back(route(p - n, p, km));
        for (std::size_t g = 0; g < 2; ++g) t.populations.push_back(people(p, g, 100));
    }
    return t;
}

}  // namespace forestall::test
