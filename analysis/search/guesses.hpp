// SPDX-License-Identifier: Apache-2.0
// Guesses: effects of grade D, or with a link of grade D, whose size rests on judgement. How
// many of its effects an option owes to them, and the values at which they do nothing. Reads the
// interventions of a scenario's tables.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "analysis/assumptions/study.hpp"
#include "world/world.hpp"

namespace forestall::analysis {

/// Per option, effects of all interventions that it has, each once; none for "none" and for what
/// the tables have not.
std::vector<assumptions::EffectCount> effects_of(const WorldTables& tables,
                                                 const std::vector<std::string>& options);
/// The same for all of these options together.
assumptions::EffectCount effects_of_all(const WorldTables& tables,
                                        const std::vector<std::string>& options);
/// "effect.<intervention>.<k>" of every guess of these options, at the neutral value of its lever;
/// where the value is measured and the link guessed, "effect.<intervention>.<k>.link" at 0.
std::map<std::string, double> guesses_at_nothing(const WorldTables& tables,
                                                 const std::vector<std::string>& options);

}  // namespace forestall::analysis
