// SPDX-License-Identifier: Apache-2.0
#include "results/export/geojson.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "results/export/place_summary.hpp"

namespace forestall {
namespace {

using Feature = nlohmann::ordered_json;

Feature number_or_null(double x) {
    if (std::isfinite(x)) return x;
    return nullptr;
}

bool on_the_map(const LocationLabel& l) {
    return std::isfinite(l.latitude) && std::isfinite(l.longitude);
}

Feature point_of(const LocationLabel& l) {
    Feature feature{{"type", "Feature"}};
    if (on_the_map(l))
        feature["geometry"] = {{"type", "Point"}, {"coordinates", {l.longitude, l.latitude}}};
    else
        feature["geometry"] = nullptr;
    return feature;
}

Feature line_of(const Route& route, const LocationLabel& a, const LocationLabel& b) {
    Feature feature{{"type", "Feature"}};
    if (on_the_map(a) && on_the_map(b))
        feature["geometry"] = {
            {"type", "LineString"},
            {"coordinates", {{a.longitude, a.latitude}, {b.longitude, b.latitude}}}};
    else
        feature["geometry"] = nullptr;
    feature["properties"] = {{"a", a.name},
                             {"b", b.name},
                             {"km", number_or_null(route.km)},
                             {"crosses_border", route.crosses_border}};
    return feature;
}

}  // namespace

std::string geojson_of_places(const Results& results, const PlacesExport& what) {
    const auto deaths = summary_by_place(results, PerPlace::deaths_by_location, what.option).mean;
    const auto displaced =
        summary_by_place(results, PerPlace::displaced_by_location, what.option).mean;
    PlaceSummary summary;
    if (what.outcome) summary = summary_by_place(results, *what.outcome, what.option);
    const Header& h = results.header();
    Feature features = Feature::array();
    for (std::size_t p = 0; p < h.locations.size(); ++p) {
        Feature feature = point_of(h.locations[p]);
        feature["properties"] = {{"name", h.locations[p].name},
                                 {"country", h.locations[p].country},
                                 {"region", h.locations[p].region},
                                 {"option", h.options[what.option % h.options.size()]},
                                 {"members", members_run(results, what.option).size()},
                                 {"deaths_by_location", number_or_null(deaths[p])},
                                 {"displaced_by_location", number_or_null(displaced[p])}};
        if (what.outcome) {
            Feature& properties = feature["properties"];
            properties["outcome"] =
                per_place_variables()[static_cast<std::size_t>(*what.outcome)].name;
            properties["mean"] = number_or_null(summary.mean[p]);
            properties["median"] = number_or_null(summary.median[p]);
            properties["lo"] = number_or_null(summary.lo[p]);
            properties["hi"] = number_or_null(summary.hi[p]);
        }
        features.push_back(std::move(feature));
    }
    if (what.routes != nullptr)
        for (const Route& r : what.routes->routes())
            features.push_back(line_of(r, h.locations.at(index(r.a)), h.locations.at(index(r.b))));
    const Feature collection{{"type", "FeatureCollection"}, {"features", features}};
    return collection.dump(1, ' ', false, Feature::error_handler_t::replace) + "\n";
}

}  // namespace forestall
