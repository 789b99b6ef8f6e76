// SPDX-License-Identifier: Apache-2.0
// Values of a GeoJSON text: members, properties and polygons. For .cpp files only.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/importers/tables/geojson.hpp"

namespace forestall::geojson {

/// Why a feature is left out.
struct Fault {
    std::string reason;  ///< in the tally
    std::string what;
    std::string_view code = "W211";
};

/// The member of an object; nullptr if it has none or is no object.
const nlohmann::json* member(const nlohmann::json& value, const char* key);
/// A property as text; "" if it is neither text nor a number.
std::string text_of(const nlohmann::json& properties, const std::string& key);
/// What of an area's names no table can hold; a reason of "": nothing.
Fault fault_of_name(const Area& area);
/// The reference system that a map says it has, if that is not of degrees of WGS84; else "".
std::string odd_reference(const nlohmann::json& document);
/// The polygons of a feature; nothing, and why, if it is no polygon or one that is malformed.
std::optional<std::vector<Patch>> patches_of(const nlohmann::json& feature, Fault& fault);

}  // namespace forestall::geojson
