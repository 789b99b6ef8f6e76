// SPDX-License-Identifier: Apache-2.0
#include "scenario/map_checks.hpp"

#include <fmt/format.h>

#include <GeographicLib/Geodesic.hpp>
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "scenario/report.hpp"

namespace forestall {

double great_circle_km(const Place& a, const Place& b) {
    double metres = 0;
    GeographicLib::Geodesic::WGS84().Inverse(a.latitude, a.longitude, b.latitude, b.longitude,
                                             metres);
    return metres / 1000;
}

namespace {

/// 2 % and 1 km are left for coordinates of town centres.
bool too_short(double km, double great_circle) { return km + 1 < great_circle * 0.98; }

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// On a sphere: within half a percent, and quick, for many pairs.
double roughly_km(const Place& a, const Place& b) {
    constexpr double radius_km = 6371;
    constexpr double radians = 3.14159265358979323846 / 180;
    const double north = std::sin((b.latitude - a.latitude) * radians / 2);
    const double east = std::sin((b.longitude - a.longitude) * radians / 2);
    const double h = north * north +
                     std::cos(a.latitude * radians) * std::cos(b.latitude * radians) * east * east;
    return 2 * radius_km * std::asin(std::sqrt(std::min(1.0, h)));
}

/// Distance from each member to the nearest other one.
std::vector<double> nearest_neighbours(const std::vector<Place>& places,
                                       const std::vector<std::size_t>& members) {
    std::vector<double> out(members.size(), 1e9);
    for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = i + 1; j < members.size(); ++j) {
            const double km = roughly_km(places[members[i]], places[members[j]]);
            out[i] = std::min(out[i], km);
            out[j] = std::min(out[j], km);
        }
    }
    return out;
}

/// Places far from every other of their region, measured by how far apart those lie.
void doubt_region(const std::vector<Place>& places, const std::vector<std::size_t>& members,
                  std::vector<MapDoubt>& doubts) {
    constexpr std::size_t least = 4;
    constexpr std::size_t most = 300;  // pairs are looked at
    constexpr double far_km = 200;
    constexpr double far_times = 4;
    if (members.size() < least || members.size() > most) return;
    const std::vector<double> distances = nearest_neighbours(places, members);
    const double usual = median(distances);
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (distances[i] < far_km || distances[i] < far_times * usual) continue;
        const Place& place = places[members[i]];
        doubts.push_back(
            {"W009", false, members[i],
             fmt::format(
                 "{} lies {:.0f} km from the nearest other place of {}; {:.0f} km is usual there",
                 shown(place.name), distances[i], shown(place.region), usual)});
    }
}

void doubt_regions(const std::vector<Place>& places, std::vector<MapDoubt>& doubts) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> regions;
    for (std::size_t p = 0; p < places.size(); ++p) {
        if (!places[p].region.empty()) regions[{places[p].country, places[p].region}].push_back(p);
    }
    for (const auto& [name, members] : regions) doubt_region(places, members, doubts);
}

}  // namespace

std::vector<MapDoubt> map_doubts(const std::vector<Place>& places,
                                 const std::vector<Route>& routes) {
    std::vector<MapDoubt> doubts;
    std::vector<std::size_t> links(places.size(), 0);
    std::vector<std::size_t> shorts(places.size(), 0);
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const Place& a = places[index(routes[i].a)];
        const Place& b = places[index(routes[i].b)];
        ++links[index(routes[i].a)];
        ++links[index(routes[i].b)];
        const double straight = great_circle_km(a, b);
        if (!too_short(routes[i].km, straight)) continue;
        ++shorts[index(routes[i].a)];
        ++shorts[index(routes[i].b)];
        doubts.push_back({"W001", true, i,
                          fmt::format("{} to {} is {} km, but the great circle is {:.0f} km",
                                      shown(a.name), shown(b.name), routes[i].km, straight)});
    }
    for (std::size_t p = 0; p < places.size() && places.size() > 1; ++p) {
        const std::string name = shown(places[p].name);
        if (links[p] == 0)
            doubts.push_back({"W002", false, p, fmt::format("{} has no route", name)});
        if (links[p] > 1 && shorts[p] == links[p])
            doubts.push_back(
                {"W009", false, p,
                 fmt::format("all routes of {} are shorter than the great circle", name)});
    }
    doubt_regions(places, doubts);
    return doubts;
}

}  // namespace forestall
