// SPDX-License-Identifier: Apache-2.0
// Events of UCDP and a map of the country of tests: A and B are the North, C the South, D and the
// hole of nothing outside.
#pragma once
#include <string>
#include <vector>

#include "scenario/importers/tables/boundaries.hpp"
#include "scenario/importers/tables/maps.hpp"
#include "scenario/importers/tables/ucdp_place.hpp"
#include "scenario/observed/country.hpp"
#include "scenario/text.hpp"

namespace forestall::testing {

inline UcdpEvent event_at(double latitude, double longitude, int precision = 1) {
    UcdpEvent e;
    e.id = "1";
    e.first = e.last = *parse_date("2030-01-05");
    e.latitude = latitude;
    e.longitude = longitude;
    e.place_precision = precision;
    e.country = "Aru";
    e.low = 3;
    e.best = 5;
    e.high = 9;
    return e;
}

/// Whoever places events on the map below; its parts live as long.
struct Atlas {
    WorldTables tables = country_tables();
    Geography geography{tables};
    std::vector<Area> areas =
        read_areas("map.geojson", map_of({feature("A", "West", polygon(square(0, 0, 1))),
                                          feature("B", "Middle", polygon(square(1, 0, 1))),
                                          feature("C", "Lower", polygon(square(0, -1, 1))),
                                          feature("D", "Far", polygon(square(0, 1, 5)))}))
            .areas;
    AreaIndex index{areas};
    std::vector<AreaRow> rows = boundaries_of("map.geojson", areas, index, geography).rows;

    UcdpPlacer by_map(bool by_region = false) const {
        return {geography, UcdpPlacer::Map{index, rows}, {{"Aru"}, by_region, std::nullopt}};
    }
    UcdpPlacer by_distance(std::optional<double> within_km) const {
        return {geography, std::nullopt, {{"Aru"}, false, within_km}};
    }
};

}  // namespace forestall::testing
