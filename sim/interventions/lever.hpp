// SPDX-License-Identifier: Apache-2.0
// A lever: one thing that diplomacy, programmes or protection can move, in one file of levers/. It
// has a neutral value at which it changes no bit, bounds, and a function that turns a strength in
// [0, ...) of an effect into a change of the scene's levers. An intervention is data that names
// levers; a new one needs no C++. docs/levers.md
#pragma once
#include <span>
#include <string_view>

#include "actors/scene.hpp"
#include "core/parameter.hpp"
#include "world/intervention.hpp"

namespace forestall {

/// How an effect's value is read: added in proportion to its strength, or a factor whose log is.
enum class LeverScale : std::uint8_t { shift, factor };

struct Lever {
    std::string_view name;
    std::string_view summary;
    TargetKind target;  ///< what an index of `apply` is; `country`: none
    LeverScale scale;
    double low;
    double high;  ///< of an effect's value
    /// Adds the joint change (a shift, or the log of a factor) to the levers of one target.
    void (*apply)(Levers& levers, std::size_t target, double change);
};

/// The value of an effect at which it changes no bit.
inline double neutral(const Lever& lever) { return lever.scale == LeverScale::factor ? 1 : 0; }

/// All levers, in order of name.
std::span<const Lever* const> levers();
/// nullptr if there is none.
const Lever* find_lever(std::string_view name);
/// Unit, bounds and help of an effect's value on a lever.
ParameterSpec effect_spec(const Lever& lever, std::string_view name);

}  // namespace forestall
