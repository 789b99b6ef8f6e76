// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/people_pool.hpp"

#include <algorithm>

namespace forestall {
namespace {

/// Positions of rows with people whose place is taken.
template <class Taken>
std::vector<std::size_t> rows_where(const WorldTables& tables, Taken taken) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < tables.populations.size(); ++i) {
        const HomePopulation& home = tables.populations[i];
        if (home.persons > 0 && taken(tables.places[index(home.place)])) out.push_back(i);
    }
    return out;
}

}  // namespace

std::vector<std::size_t> pool_of(const WorldTables& tables, const Meant& meant) {
    std::vector<std::string> places;
    if (meant.area != nullptr) places = meant.area->places;
    if (!meant.spot.location.empty()) places.push_back(meant.spot.location);
    auto out = rows_where(tables, [&](const Place& place) {
        return std::count(places.begin(), places.end(), place.name) > 0;
    });
    const std::string& region = meant.area != nullptr ? meant.area->region : meant.spot.region;
    if (out.empty() && !region.empty())
        out = rows_where(tables, [&](const Place& place) { return place.region == region; });
    return out;
}

}  // namespace forestall
