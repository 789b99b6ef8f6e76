// SPDX-License-Identifier: Apache-2.0
// The scenario's own numbers: what an actor has and is, how actors and groups stand to each other,
// how often a trigger comes. Each may be a distribution, drawn once per member like a parameter,
// under a name made of the thing it belongs to: "actor.Ridge Front.fighters", "actor.Ridge
// Front.animus.River people", "relation.A.B", "hostility.G.H", "trigger.Election.rate". The table
// of fields gives unit, bounds, standard, source and grade.
#pragma once
#include <string>
#include <string_view>

#include "core/parameter.hpp"
#include "world/parameters.hpp"
#include "world/world.hpp"

namespace forestall {

/// Fields by generic name: "actor.fighters", "actor.animus", "relation.value", "hostility.value",
/// "trigger.rate", …
ParameterTable named_number_fields();
/// The field of that generic name; throws std::out_of_range.
const ParameterSpec& named_number_field(std::string_view generic);

/// Names under which the scenario may give the number.
std::string actor_number(const World& world, ActorId a, std::string_view field);
std::string actor_number(const World& world, ActorId a, std::string_view field, GroupId g);
std::string relation_number(const World& world, ActorId a, ActorId b);
std::string hostility_number(const World& world, GroupId g, GroupId h);
std::string trigger_number(const World& world, std::size_t trigger, std::string_view field);
/// Of the k-th effect of an intervention, k from 0: "effect.mediation.1",
/// "effect.mediation.1.link".
std::string effect_number(std::string_view intervention, std::size_t k);
std::string link_number(std::string_view intervention, std::size_t k);

/// What the scenario's number is in a member: drawn if given (clamped to the field's bounds), else
/// `standard`.
double number_or(const ParameterValues& values, const World& world, const std::string& name,
                 std::string_view generic, double standard);

/// Standards that depend on who someone is (docs/model.md, "Standards by kind").
double standard_of(const World& world, ActorId a, std::string_view field);
double standard_animus(const World& world, ActorId a, GroupId g);
double standard_legitimacy(const World& world, ActorId a, GroupId g);
double standard_relation(const World& world, ActorId a, ActorId b);

}  // namespace forestall
