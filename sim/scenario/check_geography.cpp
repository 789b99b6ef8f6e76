// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <GeographicLib/Geodesic.hpp>

#include "scenario/great_circle.hpp"
#include "scenario/reading.hpp"

namespace forestall {

double great_circle_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
    double metres = 0;
    GeographicLib::Geodesic::WGS84().Inverse(latitude_a, longitude_a, latitude_b, longitude_b, metres);
    return metres / 1000;
}

bool too_short(double km, double great_circle) {
    constexpr double tolerance = 0.98;
    constexpr double slack_km = 1;
    return km + slack_km < great_circle * tolerance;
}

void check_geography(Reading& r) {
    if (!r.routes_known || r.report.failed()) return;
    const auto& places = r.tables.places;
    std::vector<std::uint32_t> links(places.size(), 0);
    std::vector<std::uint32_t> shorts(places.size(), 0);
    for (std::size_t i = 0; i < r.tables.routes.size(); ++i) {
        const Route& route = r.tables.routes[i];
        const Place& a = places[index(route.a)];
        const Place& b = places[index(route.b)];
        ++links[index(route.a)];
        ++links[index(route.b)];
        const double straight = great_circle_km(a.latitude, a.longitude, b.latitude, b.longitude);
        if (!too_short(route.km, straight)) continue;
        ++shorts[index(route.a)];
        ++shorts[index(route.b)];
        r.report.add("W001", {"routes.csv", r.route_line[i], 1},
                     fmt::format("{} to {} is {:g} km, but the great circle is {:.0f} km", shown(a.name), shown(b.name),
                                 route.km, straight));
    }
    for (std::size_t p = 0; p < places.size() && places.size() > 1; ++p) {
        const SourcePosition at{"locations.csv", r.place_line[p], 1};
        if (links[p] == 0) r.report.add("W002", at, fmt::format("{} has no link", shown(places[p].name)));
        if (links[p] > 1 && shorts[p] == links[p])
            r.report.add("W009", at, fmt::format("{} may be misplaced", shown(places[p].name)));
    }
}

}  // namespace forestall
