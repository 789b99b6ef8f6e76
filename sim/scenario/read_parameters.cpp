// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "scenario/keys.hpp"
#include "scenario/reading.hpp"
#include "scenario/text.hpp"
#include "world/named_numbers.hpp"

namespace forestall {

namespace {

/// What [monitoring] sets, should no table declare it.
constexpr ParameterSpec monitoring_specs[] = {
    {"monitoring.delay", "d", 0, 3650, 14, "From a report's being made to its being seen.", "",
     'D'},
    {"monitoring.reporting", "1", 0, 1, 0.5, "Share of events that get reported.", "", 'D'},
};

const ParameterSpec* find_spec(std::span<const ParameterTable> tables, std::string_view name) {
    for (const auto& table : tables) {
        for (const auto& spec : table) {
            if (spec.name == name) return &spec;
        }
    }
    for (const auto& spec : named_number_fields()) {
        if (spec.name == name) return &spec;
    }
    for (const auto& spec : monitoring_specs) {
        if (spec.name == name) return &spec;
    }
    return nullptr;
}

std::string unit_hint(const ParameterSpec& spec) {
    if (spec.unit == "1") return "write a plain number";
    return fmt::format("write it with its unit: \"{} {}\"", spec.standard, spec.unit);
}

/// A number in the parameter's unit; reports what is wrong with it. `plain`: this argument has no
/// unit.
std::optional<double> read_value(const toml::node& node, const ParameterSpec& spec, bool plain,
                                 Report& report) {
    const SourcePosition at = toml_position(toml_file, node);
    const Unit wanted = plain ? Unit{} : parse_unit(spec.unit).value_or(Unit{});
    if (const auto number = node.value<double>(); node.is_number() && number) {
        if (wanted.same_kind({})) return *number / wanted.scale;
        report.add("E036", at, fmt::format("'{}' has no unit", spec.name), unit_hint(spec));
        return std::nullopt;
    }
    const auto* text = node.as_string();
    if (text == nullptr) {
        report.add("E008", at, fmt::format("'{}' has the wrong type", spec.name),
                   "write a number or a distribution");
        return std::nullopt;
    }
    const auto quantity = parse_quantity(text->get());
    if (!quantity) {
        report.add("E018", at, fmt::format("{} is not a quantity", shown(text->get())),
                   unit_hint(spec));
        return std::nullopt;
    }
    if (!quantity->unit.same_kind(wanted)) {
        report.add("E036", at,
                   fmt::format("{} does not fit '{}', which is in {}", shown(text->get()),
                               spec.name, spec.unit),
                   unit_hint(spec));
        return std::nullopt;
    }
    return quantity->value * quantity->unit.scale / wanted.scale;
}

/// Arguments that have the parameter's unit: all but the sigma of a lognormal and those of a beta.
bool is_plain(Shape shape, std::size_t argument) {
    return shape == Shape::beta || (shape == Shape::lognormal && argument == 1);
}

std::optional<Distribution> read_shape(const std::string& name, const toml::node& node,
                                       const ParameterSpec& spec, Report& report) {
    Distribution out;
    const SourcePosition at = toml_position(toml_file, node);
    if (name == "constant" || !shape_from_name(name, out.shape)) {
        report.add("E038", at, fmt::format("unknown distribution {}", shown(name)));
        return std::nullopt;
    }
    const toml::array* args = node.as_array();
    const auto arity = static_cast<std::size_t>(shape_arity(out.shape));
    if (args == nullptr || args->size() != arity) {
        report.add("E038", at, fmt::format("{} takes a list of {} numbers", name, arity));
        return std::nullopt;
    }
    for (std::size_t i = 0; i < arity; ++i) {
        const auto value = read_value((*args)[i], spec, is_plain(out.shape, i), report);
        if (!value) return std::nullopt;
        out.args[i] = *value;
    }
    if (const std::string problem = shape_problem(out); !problem.empty()) {
        report.add("E038", at, fmt::format("{}: {}", name, problem), "-");
        return std::nullopt;
    }
    return out;
}

std::optional<Distribution> read_distribution(const toml::table& table, const ParameterSpec& spec,
                                              Report& report) {
    std::optional<Distribution> out;
    int shapes = 0;
    std::string source;
    for (const auto& [key, node] : table) {
        if (key.str() == "source") {
            source = node.value<std::string>().value_or("");
        } else if (++shapes == 1) {
            out = read_shape(std::string(key.str()), node, spec, report);
        }
    }
    if (shapes != 1) {
        report.add("E038", toml_position(toml_file, table),
                   fmt::format("'{}' has {} distributions", spec.name, shapes));
        return std::nullopt;
    }
    if (trimmed(source).empty()) {
        report.add("E037", toml_position(toml_file, table),
                   fmt::format("'{}' is a distribution without a source", spec.name));
        return std::nullopt;
    }
    if (out) out->source = source;
    return out;
}

/// Where the values may lie: the ends of bounded shapes, the centre of the others (draws are
/// clamped).
void check_bounds(const Distribution& d, const ParameterSpec& spec, const SourcePosition& at,
                  Report& report) {
    std::vector<double> points;
    if (d.shape == Shape::uniform || d.shape == Shape::triangular || d.is_constant()) {
        points.assign(d.args.begin(),
                      d.args.begin() + (d.is_constant() ? 1 : shape_arity(d.shape)));
    } else if (d.shape == Shape::beta) {
        points = {0, 1};
        if (spec.low <= 0 && spec.high >= 1) return;
    } else {
        points = {d.args[0]};
    }
    for (const double value : points) {
        if (value >= spec.low && value <= spec.high) continue;
        report.add("E035", at, fmt::format("'{}' is {}", spec.name, value),
                   fmt::format("it must be from {} to {} ({})", spec.low, spec.high, spec.unit));
        return;
    }
}

void read_number(Reading& r, const ParameterSpec& spec, const toml::node& node,
                 const std::string& name) {
    std::optional<Distribution> out;
    if (const toml::table* table = node.as_table()) {
        out = read_distribution(*table, spec, r.report);
    } else if (const auto value = read_value(node, spec, false, r.report)) {
        out = Distribution::constant(*value);
    }
    if (!out) return;
    check_bounds(*out, spec, toml_position(toml_file, node), r.report);
    r.tables.parameters[name] = *out;
}

void read_parameter(Reading& r, const ParameterSpec& spec, const toml::node& node) {
    read_number(r, spec, node, std::string(spec.name));
}

void unknown_parameter(Reading& r, const toml::key& key, const toml::node& node) {
    std::vector<std::string> names;
    for (const auto& table : r.specs) {
        for (const auto& spec : table) names.emplace_back(spec.name);
    }
    std::string hint = did_you_mean(nearest(key.str(), names));
    if (hint.empty() && node.is_table())
        hint = "write the whole name in quotes: \"population.distance_exponent\"";
    const auto& at = key.source().begin;
    r.report.add("E034", {toml_file, static_cast<int>(at.line), static_cast<int>(at.column)},
                 fmt::format("unknown parameter {}", shown(key.str())), hint);
}

}  // namespace

void read_named_number(Reading& r, std::string_view generic, const toml::node& node,
                       const std::string& name) {
    if (!(node.is_number() || node.is_string() || node.is_table())) return;  // said by check_keys
    read_number(r, named_number_field(generic), node, name);
}

void read_effect_value(Reading& r, const ParameterSpec& spec, const toml::node& node,
                       const std::string& name) {
    read_number(r, spec, node, name);
}

void read_parameters(Reading& r) {
    if (!r.toml) return;
    if (const toml::table* section = (*r.toml)["parameters"].as_table()) {
        for (const auto& [key, node] : *section) {
            if (const ParameterSpec* spec = find_spec(r.specs, key.str()))
                read_parameter(r, *spec, node);
            else
                unknown_parameter(r, key, node);
        }
    }
    const toml::table* section = (*r.toml)["monitoring"].as_table();
    if (section == nullptr) return;
    for (const auto& key : scenario_keys()) {
        const toml::node* node = key.section == "monitoring" ? section->get(key.name) : nullptr;
        if (node == nullptr || !(node->is_number() || node->is_string() || node->is_table()))
            continue;
        if (r.tables.parameters.contains(key.parameter)) {
            r.report.add("E020", toml_position(toml_file, *node),
                         fmt::format("'{}' is set under [parameters] as well", key.parameter),
                         "set it once");
            continue;
        }
        read_parameter(r, *find_spec(r.specs, key.parameter), *node);
    }
}

}  // namespace forestall
