// SPDX-License-Identifier: Apache-2.0
#include "actors/levers.hpp"

#include "core/math.hpp"

namespace forestall {
namespace {

double at_rest(const Lever& lever) { return lever.holds == LeverHolds::product ? 1 : 0; }

/// A lever is a row of the table, so its address says which.
std::size_t row_of(const Lever& lever) {
    return static_cast<std::size_t>(&lever - lever_rows::table.data());
}

}  // namespace

const Lever* find_lever(std::string_view name) {
    const std::size_t row = lever_rows::row_of(name);
    return row < lever_rows::table.size() ? &lever_rows::table[row] : nullptr;
}

ParameterSpec effect_spec(const Lever& lever, std::string_view name) {
    return {name,           "1",           lever.low,          lever.high,
            neutral(lever), lever.summary, "the effect's own", 'D'};
}

Levers::Levers(std::size_t actors, std::size_t groups, std::size_t places) {
    const auto targets = [&](TargetKind kind) -> std::size_t {
        switch (kind) {
            case TargetKind::country:
                return 1;
            case TargetKind::actor:
                return actors;
            case TargetKind::group:
                return groups;
            case TargetKind::place:
                return places;
        }
        return 0;
    };
    for (const Lever& lever : levers())
        values_[row_of(lever)].assign(targets(lever.target), at_rest(lever));
}

void Levers::rest() {
    for (const Lever& lever : levers()) {
        std::vector<double>& values = values_[row_of(lever)];
        std::fill(values.begin(), values.end(), at_rest(lever));
    }
}

void Levers::move(const Lever& lever, std::size_t target, double change) {
    double& value = values_[row_of(lever)][target];
    switch (lever.holds) {
        case LeverHolds::sum:
        case LeverHolds::heads:
            value += change;
            break;
        case LeverHolds::share:
            value = std::min(1.0, value + change);
            break;
        case LeverHolds::product:
            value *= math::exp(change);
            break;
    }
}

std::span<const double> Levers::of(const Lever& lever) const { return values_[row_of(lever)]; }

}  // namespace forestall
