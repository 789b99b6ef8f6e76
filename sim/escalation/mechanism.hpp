// SPDX-License-Identifier: Apache-2.0
// A mechanism: one thing that happens in a step, in one file of mechanisms/, with its parameters
// and its test. The list is made by the build from the folder; each can be switched off in a
// scenario ([mechanisms] off = […]).
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "actors/decision.hpp"
#include "actors/scene.hpp"
#include "core/parameter.hpp"
#include "core/random.hpp"
#include "core/table.hpp"
#include "escalation/event.hpp"
#include "escalation/fear.hpp"
#include "escalation/onset.hpp"
#include "population/population.hpp"
#include "world/world.hpp"

namespace forestall {

struct StrikeParameters;
struct MonitoringParameters;

/// Sums of the step that is being run.
struct StepSums {
    Persons civilian_deaths = 0;
    Persons battle_deaths = 0;
    Persons reported = 0;
    Persons one_sided = 0;  ///< of the civilian deaths, those by one-sided violence
};

/// What a mechanism may read and change. Everything but `world`, `strikes`, `monitoring`, `luck`
/// and `minds` is part of the state.
struct Turn {
    const World& world;
    const StrikeParameters& strikes;
    const MonitoringParameters& monitoring;
    const Luck& luck;
    const Minds& minds;
    Scene& scene;
    Population& population;
    Fear& fear;
    OnsetWatch& onset;
    OnsetWatch& reports;  ///< the same of what is reported
    StepSums& sums;
    std::vector<Event>& events;                     ///< of this step
    Table<PlaceId, GroupId, Persons>& killed_here;  ///< civilians this step
    std::int32_t& next_event;       ///< number that the next event gets, over the whole run
    std::vector<Decision>& orders;  ///< what was decided this step
    std::uint32_t step = 0;
    Day first = 0;        ///< first day of the step
    Day days = 7;         ///< its length
    bool record = false;  ///< causes are wanted
    const std::optional<Cut>* cut = nullptr;
    std::span<Probe> probes = {};

    double weeks() const { return static_cast<double>(days) / 7; }
    std::uint64_t address_of(ActorId actor) const { return name_hash(world.at(actor).name); }
    std::uint64_t address_at(ActorId actor, PlaceId place) const {
        return mix(address_of(actor), world.address(place));
    }
    /// Whether the event that would get the next number is cut out; counts it either way, so
    /// numbers stay.
    bool next_is_cut();
    /// Whether what moves people at a place, who are no actor, is taken away in this step.
    bool takes_away(std::string_view motive, PlaceId place) const;
};

/// What a mechanism does, and by which parameters; made by `acted_by`.
struct Acting {
    ParameterTable table;
    /// What `act` wants to know of a member: its values of `table` and what follows from them.
    Kept (*keep)(const World& world, const ParameterValues& values);
    void (*act)(Turn& turn, const void* own);
};

/// Acting by `act(turn, own)`, where `own` is the struct that `parameters` (a Parameters<…>) fills.
template <const auto& parameters, auto act>
constexpr Acting acted_by() {
    using Own = decltype(parameters.from({}));
    return {parameters,
            [](const World&, const ParameterValues& values) -> Kept {
                return std::make_shared<const Own>(values.of(parameters));
            },
            [](Turn& turn, const void* own) { act(turn, *static_cast<const Own*>(own)); }};
}
/// The same where more than the parameters is worth keeping: `own` is what `keep(world, values)`
/// makes, once for the member.
template <const auto& parameters, auto keep, auto act>
constexpr Acting acted_by() {
    using Own =
        decltype(keep(std::declval<const World&>(), std::declval<const ParameterValues&>()));
    return {parameters,
            [](const World& world, const ParameterValues& values) -> Kept {
                return std::make_shared<const Own>(keep(world, values));
            },
            [](Turn& turn, const void* own) { act(turn, *static_cast<const Own*>(own)); }};
}
/// The same without parameters: `act(turn)`.
template <auto act>
constexpr Acting acted_by() {
    return {{},
            [](const World&, const ParameterValues&) { return Kept{}; },
            [](Turn& turn, const void*) { act(turn); }};
}

struct Mechanism {
    std::string_view name;
    std::string_view summary;
    std::string_view source;
    /// Place in the step: below 50 before people move, from 50 on after. Unique.
    int order;
    Acting acting;
};

/// All mechanisms, in order of name.
std::span<const Mechanism* const> mechanisms();

/// Those that act in a world, in their order in a step, with what they keep of a member. The world
/// must outlive it.
class Mechanisms {
public:
    Mechanisms(const World& world, const ParameterValues& values);
    void before(Turn& turn) const;  ///< order < 50
    void after(Turn& turn) const;

private:
    struct Active {
        const Mechanism* mechanism;
        Kept own;
    };
    std::vector<Active> active_;
};

}  // namespace forestall
