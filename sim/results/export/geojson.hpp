// SPDX-License-Identifier: Apache-2.0
// Places and routes as GeoJSON (RFC 7946), for maps. A pure function of the file.
#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "results/reader.hpp"
#include "world/world.hpp"

namespace forestall {

struct PlacesExport {
    std::size_t option = 0;
    std::optional<PerPlace> outcome = std::nullopt;  ///< whose median and quantiles are added
    const World* routes = nullptr;  ///< whose routes are added; its places are those of the file
};

/// FeatureCollection: a point per place with the mean of deaths and displaced over the members that
/// were run under one option, and their number; null if none was. With an outcome also its `mean`,
/// `median`, `lo` and `hi`; with routes then a line per route. What has no coordinates has a null
/// geometry. Throws std::out_of_range for an unknown option.
std::string geojson_of_places(const Results& results, const PlacesExport& what);

}  // namespace forestall
