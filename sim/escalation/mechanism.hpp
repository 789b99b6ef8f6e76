// SPDX-License-Identifier: Apache-2.0
// A mechanism: one thing that happens in a step, in one file of mechanisms/, with its parameters
// and its test. The list is made by the build from the folder; each can be switched off in a
// scenario ([mechanisms] off = […]).
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "actors/decision.hpp"
#include "actors/scene.hpp"
#include "core/parameter.hpp"
#include "core/random.hpp"
#include "escalation/event.hpp"
#include "escalation/fear.hpp"
#include "escalation/onset.hpp"
#include "population/population.hpp"
#include "world/world.hpp"

namespace forestall {

/// Sums of the step that is being run.
struct StepSums {
    Persons civilian_deaths = 0;
    Persons battle_deaths = 0;
    Persons reported = 0;
    Persons one_sided = 0;  ///< of the civilian deaths, those by one-sided violence
};

/// What a mechanism may read and change. Everything but `world`, `values`, `luck` and `minds` is
/// part of the state.
struct Turn {
    const World& world;
    const ParameterValues& values;
    const Luck& luck;
    const Minds& minds;
    Scene& scene;
    Population& population;
    Fear& fear;
    OnsetWatch& onset;
    StepSums& sums;
    std::vector<Event>& events;         ///< of this step
    std::vector<Persons>& killed_here;  ///< civilians this step, [p][g]
    std::int32_t& next_event;           ///< number that the next event gets, over the whole run
    std::vector<Decision>& orders;      ///< what was decided this step
    std::uint32_t step = 0;
    Day first = 0;        ///< first day of the step
    Day days = 7;         ///< its length
    bool record = false;  ///< causes are wanted
    const std::optional<Cut>* cut = nullptr;
    std::span<Probe> probes = {};

    double weeks() const { return static_cast<double>(days) / 7; }
    std::uint64_t address_of(std::size_t actor) const {
        return name_hash(world.actors()[actor].name);
    }
    std::uint64_t address_at(std::size_t actor, std::size_t place) const {
        return mix(address_of(actor), world.address(PlaceId(static_cast<std::uint32_t>(place))));
    }
    /// Whether the event that would get the next number is cut out; counts it either way, so
    /// numbers stay.
    bool next_is_cut();
    /// Whether what moves people at a place, who are no actor, is taken away in this step.
    bool takes_away(std::string_view motive, std::size_t place) const;
};

struct Mechanism {
    std::string_view name;
    std::string_view summary;
    std::string_view source;
    /// Place in the step: below 50 before people move, from 50 on after. Unique.
    int order;
    ParameterTable table;
    void (*act)(Turn& turn, std::span<const double> own);
};

/// All mechanisms, in order of name.
std::span<const Mechanism* const> mechanisms();

/// Those that act in a world, in their order in a step, with their parameter values. Both must
/// outlive it.
class Mechanisms {
public:
    Mechanisms(const World& world, const ParameterValues& values);
    void before(Turn& turn) const;  ///< order < 50
    void after(Turn& turn) const;

private:
    struct Active {
        const Mechanism* mechanism;
        std::span<const double> own;
    };
    std::vector<Active> active_;
};

}  // namespace forestall
