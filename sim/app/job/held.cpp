// SPDX-License-Identifier: Apache-2.0
#include "app/job/held.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include "actors/levers.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/numbers.hpp"
#include "core/diagnostics.hpp"
#include "core/visible.hpp"
#include "engine/engine.hpp"
#include "scenario/text.hpp"
#include "world/named_numbers.hpp"

namespace forestall::app {
namespace {

constexpr std::array actor_fields = {"fighters",  "supply",      "resolve",
                                     "restraint", "sensitivity", "agitation"};
constexpr std::array actor_fields_by_group = {"animus", "legitimacy"};

/// The field that a number of the scenario's own is of: "actor.Front.animus.Hill people" is an
/// "actor.animus". Names of actors and groups may hold dots, so it is looked for from the ends.
std::string generic_of(const std::string& name, const World& world) {
    const std::string kind = name.substr(0, name.find('.'));
    const std::string last = name.substr(name.rfind('.') + 1);
    if (kind == "effect" && last == "link") return "effect.link";
    if (kind == "relation" || kind == "hostility" || kind == "effect") return kind + ".value";
    if (kind == "cost") return "intervention." + last;
    if (kind == "trigger") return "trigger." + last;
    if (kind == "partner")
        return name.find(".leverage.") == std::string::npos ? "partner.will" : "partner.leverage";
    for (const Actor& actor : world.actors()) {
        const std::string begin = "actor." + actor.name + ".";
        if (!name.starts_with(begin)) continue;
        const std::string rest = name.substr(begin.size());
        return "actor." + rest.substr(0, rest.find('.'));
    }
    return name;
}

/// An effect moves a lever, whose bounds are its own.
std::optional<Holdable> held_effect(const std::string& name, const World& world) {
    for (const Intervention& i : world.interventions())
        for (std::size_t k = 0; k < i.effects.size(); ++k) {
            if (effect_number(i.name, k) != name) continue;
            const Lever* lever = find_lever(i.effects[k].lever);
            if (lever == nullptr) return std::nullopt;
            const ParameterSpec spec = effect_spec(*lever, name);
            return Holdable{name, std::string(spec.unit), spec.low, spec.high};
        }
    return std::nullopt;
}

Holdable own_number(const std::string& name, const World& world) {
    if (const auto effect = held_effect(name, world)) return *effect;
    const std::string generic = generic_of(name, world);
    for (const ParameterSpec& field : named_number_fields())
        if (field.name == generic) return {name, std::string(field.unit), field.low, field.high};
    return {name, "1", -1e13, 1e13};
}

void add_actors(const World& world, std::vector<Holdable>& out) {
    const auto add = [&](const std::string& name) {
        const bool there =
            std::any_of(out.begin(), out.end(), [&](const Holdable& h) { return h.name == name; });
        if (!there) out.push_back(own_number(name, world));
    };
    for (std::uint32_t a = 0; a < world.actors().size(); ++a) {
        for (const char* field : actor_fields) add(actor_number(world, ActorId(a), field));
        for (const char* field : actor_fields_by_group)
            for (std::uint32_t g = 0; g < world.groups().size(); ++g)
                add(actor_number(world, ActorId(a), field, GroupId(g)));
    }
}

const Holdable& find(const std::string& name, const std::vector<Holdable>& all) {
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Holdable& h) { return h.name == name; });
    if (at != all.end()) return *at;
    std::vector<std::string> names;
    for (const Holdable& h : all) names.push_back(h.name);
    const std::string meant = nearest(name, names);
    throw UsageError(fmt::format("nothing is named '{}' that --set can hold", one_line(name)),
                     meant.empty() ? "`forestall describe mechanisms` and `forestall describe DIR` "
                                     "list parameters"
                                   : fmt::format("did you mean '{}'?", meant));
}

double value_of(const std::string& text, const Holdable& held) {
    const auto value = parse_number(text);
    const std::string bounds =
        fmt::format("a number from {} to {}{}", held.low, held.high,
                    held.unit == "1" ? "" : fmt::format(", in {}", held.unit));
    if (!value)
        throw UsageError(
            fmt::format("'{}' is not {}", one_line(text), bounds),
            fmt::format("for instance --set '{}={},{}'", held.name, held.low, held.high));
    if (*value < held.low || *value > held.high)
        throw UsageError(
            fmt::format("{} = {} is out of bounds: {}", held.name, one_line(text), bounds));
    return *value;
}

Axis axis_of(const std::string& set, const std::vector<Holdable>& all) {
    const std::size_t equals = set.rfind('=');  // a name may hold one, a number cannot
    if (equals == std::string::npos || equals == 0 || equals + 1 == set.size())
        throw UsageError(fmt::format("'{}' is not NAME=VALUE,VALUE,…", one_line(set)),
                         "for instance --set animus.mass=2,3,4");
    const Holdable& held = find(std::string(trimmed(set.substr(0, equals))), all);
    Axis out{held.name, {}};
    for (std::size_t at = equals + 1; at <= set.size();) {
        const std::size_t end = std::min(set.find(',', at), set.size());
        const double value = value_of(std::string(trimmed(set.substr(at, end - at))), held);
        if (std::find(out.values.begin(), out.values.end(), value) != out.values.end())
            throw UsageError(fmt::format("{} is set to {} twice", held.name, value));
        out.values.push_back(value);
        at = end + 1;
    }
    return out;
}

}  // namespace

std::vector<Holdable> holdables(const World& world) {
    std::vector<Holdable> out;
    for (const ParameterTable& table : parameter_tables())
        for (const ParameterSpec& p : table)
            out.push_back({std::string(p.name), std::string(p.unit), p.low, p.high});
    for (const auto& [name, value] : world.parameters())
        if (ParameterValues::is_own(name)) out.push_back(own_number(name, world));
    add_actors(world, out);
    return out;
}

Points points_of(const std::vector<std::string>& sets, const World& world) {
    if (sets.empty()) return {};
    const std::vector<Holdable> all = holdables(world);
    std::vector<Axis> axes;
    for (const std::string& set : sets) axes.push_back(axis_of(set, all));
    try {
        return crossed(axes, most_points);
    } catch (const std::invalid_argument& error) {
        throw UsageError(error.what(), "each --set holds another number; all of them cross");
    }
}

}  // namespace forestall::app
