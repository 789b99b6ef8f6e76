// SPDX-License-Identifier: Apache-2.0
#include "app/held_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "app/errors.hpp"
#include "engine/engine.hpp"
#include "interventions/lever.hpp"
#include "scenario/loader.hpp"
#include "world/named_numbers.hpp"

namespace forestall::app {
namespace {

Bounds of(const ParameterSpec& spec) { return {spec.low, spec.high, std::string(spec.unit)}; }

Bounds of_effect(const WorldTables& tables, const std::string& name) {
    for (const Intervention& i : tables.interventions)
        for (std::size_t k = 0; k < i.effects.size(); ++k)
            if (fmt::format("effect.{}.{}", i.name, k + 1) == name)
                if (const Lever* lever = find_lever(i.effects[k].lever))
                    return of(effect_spec(*lever, name));
    return of(named_number_field("effect.value"));
}

/// "actor.fighters" of "actor.Ridge Front.fighters", "actor.animus" of "actor.Ridge
/// Front.animus.River people": the field stands last, or before the name of a group.
std::string generic_name(const std::string& name) {
    const std::string kind = name.substr(0, name.find('.'));
    const std::string of_kind = (kind == "cost" ? "intervention" : kind) + ".";
    std::string found;
    for (const ParameterSpec& field : named_number_fields()) {
        if (!field.name.starts_with(of_kind)) continue;
        const std::string own = "." + std::string(field.name.substr(of_kind.size()));
        if (own == ".value" || name.ends_with(own)) return std::string(field.name);
        if (name.find(own + ".") != std::string::npos) found = field.name;
    }
    return found;
}

double value_of(const std::string& word, std::size_t at) {
    double value = 0;
    const char* const begin = word.data() + at;
    const auto [end, error] = std::from_chars(begin, word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(value))
        throw UsageError(fmt::format("'{}' is no assumption", word),
                         "for instance --assume population.kin_pull=5");
    return value;
}

}  // namespace

Bounds bounds_of_number(const WorldTables& tables, const std::string& name) {
    for (const ParameterTable table : parameter_tables())
        for (const ParameterSpec& p : table)
            if (p.name == name) return of(p);
    if (name.starts_with("effect.")) return of_effect(tables, name);
    return of(named_number_field(generic_name(name)));
}

std::map<std::string, double> held_numbers(const std::vector<std::string>& words,
                                           const Results& results) {
    std::map<std::string, double> out;
    if (words.empty()) return out;
    const auto& files = results.header().scenario_files;
    const Loaded loaded = load_scenario_text({files.begin(), files.end()}, parameter_tables());
    const auto& known = results.header().parameters;
    for (const std::string& word : words) {
        const auto at = word.rfind('=');
        const std::string name = word.substr(0, at);
        const double value = at == std::string::npos || at == 0 ? value_of(word, word.size())
                                                                : value_of(word, at + 1);
        if (std::none_of(known.begin(), known.end(),
                         [&](const ParameterLabel& p) { return p.name == name; }))
            throw UsageError(fmt::format("the file has no number '{}'", name),
                             "`forestall flip FILE --json` lists those that vary");
        if (!out.emplace(name, value).second)
            throw UsageError(fmt::format("--assume gives '{}' twice", name), "leave one out");
        if (!loaded.tables) continue;  // the run refuses the scenario with a sentence of its own
        const Bounds bounds = bounds_of_number(*loaded.tables, name);
        if (value < bounds.low || value > bounds.high)
            throw UsageError(
                fmt::format("'{}' is {}", name, value),
                fmt::format("it must be from {} to {} ({})", bounds.low, bounds.high, bounds.unit));
    }
    return out;
}

}  // namespace forestall::app
