// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/geojson_shape.hpp"

#include <fmt/format.h>

#include <cmath>

#include "scenario/report.hpp"

namespace forestall::geojson {

using nlohmann::json;

const json* member(const json& value, const char* key) {
    if (!value.is_object()) return nullptr;
    const auto found = value.find(key);
    return found == value.end() ? nullptr : &*found;
}

std::string text_of(const json& properties, const std::string& key) {
    const json* value = key.empty() ? nullptr : member(properties, key.c_str());
    if (value == nullptr) return "";
    if (value->is_string()) return value->get<std::string>();
    return value->is_number() ? value->dump() : "";
}

namespace {

/// Whether spreadsheets would run it; negative numbers, which some maps have for codes, are none.
bool is_formula(const std::string& name) {
    if (name.empty()) return false;
    if (name.front() == '-') return name.size() < 2 || name[1] < '0' || name[1] > '9';
    return std::string_view("=+@\t\r\n").find(name.front()) != std::string_view::npos;
}

}  // namespace

Fault fault_of_name(const Area& area) {
    constexpr std::size_t most = 1000;  // bytes
    if (area.name.empty()) return {"it has no name", "the feature has neither a name nor a p-code"};
    for (const std::string* each : {&area.code, &area.name, &area.parent}) {
        if (each->size() > most)
            return {"its name is not usable", fmt::format("a name of {} bytes", each->size())};
        if (each->find('\0') != std::string::npos)
            return {"its name is not usable", "a name with a NUL character"};
        if (is_formula(*each))
            return {"its name is not usable",
                    fmt::format("spreadsheets take {} for a formula", shown(*each))};
    }
    return {"", ""};
}

std::string odd_reference(const json& document) {
    const json* crs = member(document, "crs");
    const json* properties = crs == nullptr ? nullptr : member(*crs, "properties");
    const std::string name = properties == nullptr ? "" : text_of(*properties, "name");
    return name.ends_with("CRS84") || name.ends_with(":4326") ? "" : name;
}

namespace {

std::optional<Ring> ring_of(const json& value, Fault& fault) {
    constexpr std::size_t corners = 3;
    Ring out;
    fault = {"its polygon is malformed", "a ring of the polygon has no three positions"};
    if (!value.is_array()) return std::nullopt;
    for (const json& position : value) {
        if (!position.is_array() || position.size() < 2 || !position[0].is_number() ||
            !position[1].is_number())
            return std::nullopt;
        const LonLat point{position[0].get<double>(), position[1].get<double>()};
        if (!(std::abs(point.longitude) <= 180 && std::abs(point.latitude) <= 90)) {
            fault = {"it is not in degrees",
                     fmt::format("a position is {}, {}", point.longitude, point.latitude), "E216"};
            return std::nullopt;
        }
        out.push_back(point);
    }
    if (out.size() < corners) return std::nullopt;
    return out;
}

std::optional<Patch> patch_of(const json& rings, Fault& fault) {
    fault = {"its polygon is malformed", "a polygon has no ring"};
    if (!rings.is_array() || rings.empty()) return std::nullopt;
    Patch out;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        auto ring = ring_of(rings[i], fault);
        if (!ring) return std::nullopt;
        if (i == 0)
            out.outer = std::move(*ring);
        else
            out.holes.push_back(std::move(*ring));
    }
    return out;
}

}  // namespace

std::optional<std::vector<Patch>> patches_of(const json& feature, Fault& fault) {
    const json* geometry = member(feature, "geometry");
    const std::string type = geometry == nullptr ? "" : text_of(*geometry, "type");
    const json* coordinates = geometry == nullptr ? nullptr : member(*geometry, "coordinates");
    if ((type != "Polygon" && type != "MultiPolygon") || coordinates == nullptr) {
        fault = {"it is no polygon",
                 fmt::format("the geometry is {}, not a Polygon or MultiPolygon",
                             type.empty() ? "missing" : shown(type))};
        return std::nullopt;
    }
    std::vector<Patch> out;
    if (type == "Polygon") {
        auto patch = patch_of(*coordinates, fault);
        if (!patch) return std::nullopt;
        out.push_back(std::move(*patch));
        return out;
    }
    fault = {"its polygon is malformed", "the coordinates are not a list of polygons"};
    if (!coordinates->is_array() || coordinates->empty()) return std::nullopt;
    for (const json& each : *coordinates) {
        auto patch = patch_of(each, fault);
        if (!patch) return std::nullopt;
        out.push_back(std::move(*patch));
    }
    return out;
}

}  // namespace forestall::geojson
