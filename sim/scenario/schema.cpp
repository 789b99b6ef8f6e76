// SPDX-License-Identifier: Apache-2.0
#include "scenario/schema.hpp"

#include <nlohmann/json.hpp>

#include "core/distribution.hpp"
#include "scenario/keys.hpp"
#include "scenario/text.hpp"
#include "world/named_numbers.hpp"

namespace forestall {

namespace {

using Json = nlohmann::ordered_json;

constexpr Shape shapes[] = {Shape::uniform, Shape::triangular, Shape::normal, Shape::lognormal,
                            Shape::beta};

Json words(std::string_view choices) {
    Json out = Json::array();
    while (!choices.empty()) {
        const auto end = choices.find('|');
        out.push_back(choices.substr(0, end));
        if (end == std::string_view::npos) break;
        choices.remove_prefix(end + 1);
    }
    return out;
}

Json texts(std::size_t least, std::size_t most) {
    Json out = {{"type", "array"}, {"items", {{"type", "string"}}}, {"minItems", least}};
    if (most > 0) out["maxItems"] = most;
    return out;
}

/// A distribution whose arguments are numbers or quantities.
Json distribution_schema() {
    Json one_of = Json::array();
    for (const Shape shape : shapes) {
        const int arity = shape_arity(shape);
        Json args = {{"type", "array"},
                     {"items", {{"type", Json::array({"number", "string"})}}},
                     {"minItems", arity},
                     {"maxItems", arity}};
        const std::string name = shape_name(shape);
        one_of.push_back(
            {{"type", "object"},
             {"properties", {{name, args}, {"source", {{"type", "string"}, {"minLength", 1}}}}},
             {"required", Json::array({name, "source"})},
             {"additionalProperties", false}});
    }
    return {{"oneOf", one_of}};
}

Json number_schema(const ParameterSpec* spec) {
    const bool plain = spec == nullptr || parse_unit(spec->unit).value_or(Unit{}).same_kind({});
    Json constant = {{"type", "string"}, {"description", "A number with its unit."}};
    Json out = {{"anyOf", Json::array({constant, {{"$ref", "#/$defs/distribution"}}})}};
    if (plain) {
        Json number = {{"type", "number"}};
        if (spec != nullptr) {
            number["minimum"] = spec->low;
            number["maximum"] = spec->high;
        }
        out["anyOf"].push_back(number);
    }
    if (spec != nullptr) {
        out["description"] = std::string(spec->help) + " Unit " + std::string(spec->unit) + ".";
        if (plain) out["default"] = spec->standard;
    }
    return out;
}

const ParameterSpec* find_parameter(std::span<const ParameterTable> tables, std::string_view name) {
    for (const auto& table : tables) {
        for (const auto& spec : table) {
            if (spec.name == name) return &spec;
        }
    }
    for (const auto& spec : named_number_fields()) {
        if (spec.name == name) return &spec;
    }
    return nullptr;
}

Json parameters_schema(std::span<const ParameterTable> tables) {
    Json properties = Json::object();
    for (const auto& table : tables) {
        for (const auto& spec : table) properties[std::string(spec.name)] = number_schema(&spec);
    }
    return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

Json section_schema(std::string_view section, std::span<const ParameterTable> tables);

Json key_schema(const KeySpec& key, std::span<const ParameterTable> tables) {
    switch (key.type) {
        case KeyType::text:
            return {{"type", "string"}, {"minLength", 1}};
        case KeyType::texts:
            return {{"anyOf", Json::array({{{"type", "string"}}, texts(1, 0)})}};
        case KeyType::list:
            return texts(0, 0);
        case KeyType::lists:
            return {{"type", "array"}, {"items", texts(1, 0)}};
        case KeyType::whole:
            return {{"type", "integer"}, {"minimum", 0}};
        case KeyType::counts:
            return {{"type", "array"}, {"items", {{"type", "integer"}, {"minimum", 1}}}};
        case KeyType::choices:
            return {{"type", "array"}, {"items", {{"enum", words(key.choices)}}}, {"minItems", 1}};
        case KeyType::pair:
            return texts(2, 2);
        case KeyType::boolean:
            return {{"type", "boolean"}};
        case KeyType::count:
            return {{"type", "integer"}, {"minimum", 1}};
        case KeyType::real:
            return {{"type", "number"}};
        case KeyType::reals:
            return {{"type", "array"}, {"items", {{"type", "number"}}}, {"minItems", 1}};
        case KeyType::date:
            return {{"type", "string"}, {"format", "date"}};
        case KeyType::duration:
            return {{"type", "string"}, {"pattern", "^[0-9.]+ *[a-z]+$"}};
        case KeyType::money:
            return {{"type", "string"}, {"pattern", "^[0-9].*USD"}};
        case KeyType::number:
            return number_schema(find_parameter(tables, key.parameter));
        case KeyType::numbers:
            return {{"type", "object"},
                    {"additionalProperties", number_schema(find_parameter(tables, key.parameter))}};
        case KeyType::choice:
            return {{"enum", words(key.choices)}};
        case KeyType::section:
            return section_schema(key.name, tables);
        case KeyType::sections:
            return {{"type", "array"}, {"items", section_schema(key.name, tables)}};
        case KeyType::parameters:
            return parameters_schema(tables);
        case KeyType::reserved:
            return false;
    }
    return true;
}

Json section_schema(std::string_view section, std::span<const ParameterTable> tables) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const auto& key : scenario_keys()) {
        if (key.section != section || key.type == KeyType::reserved) continue;
        Json schema = key_schema(key, tables);
        if (!schema.contains("description")) schema["description"] = key.help;
        properties[std::string(key.name)] = std::move(schema);
        if (key.required) required.push_back(key.name);
    }
    Json out = {{"type", "object"}, {"properties", properties}};
    if (!required.empty()) out["required"] = required;
    out["additionalProperties"] = false;
    return out;
}

}  // namespace

std::string experiment_schema() {
    Json root = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"title", "forestall experiment"},
                 {"description", "What `forestall sweep` reads; see docs/methods/sweeps.md"}};
    root.update(section_schema("experiment", {}));
    return root.dump(2) + "\n";
}

std::string json_schema(std::span<const ParameterTable> tables) {
    Json root = {
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", "forestall scenario"},
        {"description", "scenario.toml of a scenario directory; see docs/scenario-format.md"}};
    root.update(section_schema("", tables));
    root["$defs"] = {{"distribution", distribution_schema()}};
    return root.dump(2) + "\n";
}

}  // namespace forestall
