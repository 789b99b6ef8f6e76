// SPDX-License-Identifier: Apache-2.0
// What an actor may decide in a step, and what speaks for and against it. A motive is one file in
// motives/: a pure function from the scene and a choice to a utility (log-odds against holding
// still), with its own parameters. The list of motives is made by the build from the folder.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "actors/scene.hpp"
#include "core/parameter.hpp"
#include "world/parameters.hpp"

namespace forestall {

enum class Action : std::uint8_t {
    hold,
    move,       ///< local: a unit goes to a place near by
    attack,     ///< local: an actor, here
    repress,    ///< local: detain the mobilised of a group
    selective,  ///< local: violence against suspected supporters of an enemy in a group
    mass,       ///< local: violence against a group as such
    recruit,    ///< leaders
    offensive,  ///< leaders: weeks of attacks on an actor
    campaign,   ///< leaders: weeks of violence against a group
    talk,       ///< leaders: offer talks to an enemy
    walk_out    ///< leaders: break off talks or a ceasefire
};
std::string_view action_name(Action action);

/// A set of actions.
using Actions = std::uint16_t;
constexpr Actions actions(std::initializer_list<Action> list) {
    Actions out = 0;
    for (const Action a : list) out = static_cast<Actions>(out | 1U << static_cast<unsigned>(a));
    return out;
}
constexpr bool holds(Actions set, Action action) {
    return (set >> static_cast<unsigned>(action) & 1U) != 0;
}

/// One thing an actor may do; what an action does not speak of stays the first of its table.
struct Choice {
    Action action = Action::hold;
    ActorId actor{};
    PlaceId place{};  ///< local actions
    GroupId group{};  ///< repress, selective, mass, campaign
    ActorId other{};  ///< attack, offensive, talk, walk_out
    PlaceId to{};     ///< move
    bool operator==(const Choice&) const = default;
};

/// What a motive rests on, for `explain`; filled only when asked for.
struct Ground {
    std::int32_t event = -1;
    ActorId actor = none<ActorId>();
};

/// How a motive weighs a choice, and by which parameters; made by `weighed_by`.
struct Weighing {
    ParameterTable table;
    /// A member's values of `table`, as `value` wants them.
    Kept (*keep)(const ParameterValues& values);
    /// Utility of the choice for this reason; `own` is what `keep` made.
    double (*value)(const Scene& scene, const Choice& choice, const void* own, Ground* ground);
};

/// The weighing by `value(scene, choice, own, ground)`, where `own` is the struct that `parameters`
/// (a Parameters<…>) fills.
template <const auto& parameters, auto value>
constexpr Weighing weighed_by() {
    using Own = decltype(parameters.from({}));
    return {parameters,
            [](const ParameterValues& values) -> Kept {
                return std::make_shared<const Own>(values.of(parameters));
            },
            [](const Scene& scene, const Choice& choice, const void* own, Ground* ground) {
                return value(scene, choice, *static_cast<const Own*>(own), ground);
            }};
}
/// The same without parameters: `value(scene, choice, ground)`.
template <auto value>
constexpr Weighing weighed_by() {
    return {{},
            [](const ParameterValues&) { return Kept{}; },
            [](const Scene& scene, const Choice& choice, const void*, Ground* ground) {
                return value(scene, choice, ground);
            }};
}

struct Motive {
    std::string_view name;     ///< as causes are named
    std::string_view summary;  ///< one sentence
    std::string_view source;
    Weighing weighing;
    Actions bears_on;  ///< the value is 0 for all others
};

/// All motives, in order of name.
std::span<const Motive* const> motives();

}  // namespace forestall
