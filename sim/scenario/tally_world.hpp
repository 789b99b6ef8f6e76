// SPDX-License-Identifier: Apache-2.0
// The other side of the tally: what is in the tables of a world.
#pragma once
#include <span>

#include "scenario/loader.hpp"
#include "scenario/tally.hpp"

namespace forestall {

/// Deaths as a tally counts them: the best estimate.
double best_estimate(const Distribution& deaths);

/// People at the start, at most: the upper ends of their ranges.
Persons most_people(const WorldTables& tables);

/// Name in the tally of those whom a prescribed total has displaced, where it asks for too many.
inline constexpr const char* displaced_thing = "displaced_people";

/// Fills `in_world` of every line that a scenario's files have.
void count_in_world(const WorldTables& tables, const Observed& observed, Tally& tally);

/// The tally of a scenario's texts; as far as they can be read if there are errors.
Tally tally_scenario(ScenarioFiles files, std::span<const ParameterTable> tables,
                     const Limits& limits = {});

}  // namespace forestall
