// SPDX-License-Identifier: Apache-2.0
#include "world/parameters.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "world/weights.hpp"

namespace forestall {
namespace {

constexpr std::uint64_t drawing = process("parameters");

/// As the world has it, else its default; not within its bounds yet.
double value_of(const ParameterSpec& spec, const World& world, const Luck& luck) {
    const auto given = world.parameters().find(spec.name);
    if (given == world.parameters().end()) return spec.standard;
    Stream stream = luck.stream(drawing, name_hash(spec.name), 0);
    return given->second.quantile(stream.uniform());
}

/// Whether `weights.drawn` is among the tables and is at least one half.
bool draws_weights(const World& world, const Luck& luck, std::span<const ParameterTable> tables) {
    const ParameterTable own = weights_parameters();
    const bool among = std::any_of(tables.begin(), tables.end(), [&](const ParameterTable& table) {
        return table.data() == own.data();
    });
    return among && weights_decide(world) && value_of(own.front(), world, luck) >= 0.5;
}

}  // namespace

ParameterValues::ParameterValues(const World& world, const Luck& luck,
                                 std::span<const ParameterTable> tables) {
    const WeightRows& weights = weight_rows();
    std::span<const double> row;
    if (weights.rows() > 0 && draws_weights(world, luck, tables)) row = drawn_row(weights, luck);
    for (const ParameterTable& table : tables)
        for (const ParameterSpec& spec : table) {
            double value = value_of(spec, world, luck);
            if (!row.empty() && !world.parameters().contains(spec.name))
                if (const auto at = weights.find(spec.name)) value = row[*at];
            names_.push_back(spec.name);
            values_.push_back(std::clamp(value, spec.low, spec.high));
        }
    for (const auto& [name, value] : world.parameters())
        if (is_own(name)) {
            Stream stream = luck.stream(drawing, name_hash(name), 0);
            names_.push_back(name);
            values_.push_back(value.quantile(stream.uniform()));
        }
    by_name_.resize(names_.size());
    std::iota(by_name_.begin(), by_name_.end(), std::uint32_t{0});
    std::sort(by_name_.begin(), by_name_.end(),
              [&](auto x, auto y) { return names_[x] < names_[y]; });
    const auto twice = std::adjacent_find(by_name_.begin(), by_name_.end(),
                                          [&](auto x, auto y) { return names_[x] == names_[y]; });
    if (twice != by_name_.end())
        throw std::invalid_argument("parameter '" + std::string(names_[*twice]) +
                                    "' is declared twice");
}

bool ParameterValues::is_own(std::string_view name) {
    for (const std::string_view prefix :
         {"actor.", "cost.", "effect.", "hostility.", "partner.", "relation.", "trigger."})
        if (name.starts_with(prefix)) return true;
    return false;
}

std::span<const double> ParameterValues::of(const ParameterTable& table) const {
    if (table.empty()) return {};
    const auto first = std::find(names_.begin(), names_.end(), table.front().name);
    if (first == names_.end()) return {};
    return std::span(values_).subspan(static_cast<std::size_t>(first - names_.begin()),
                                      table.size());
}

double ParameterValues::operator[](std::string_view name) const {
    const auto at = std::lower_bound(
        by_name_.begin(), by_name_.end(), name,
        [&](std::uint32_t i, std::string_view wanted) { return names_[i] < wanted; });
    if (at == by_name_.end() || names_[*at] != name)
        throw std::out_of_range("no parameter is named '" + std::string(name) + "'");
    return values_[*at];
}

}  // namespace forestall
