// SPDX-License-Identifier: Apache-2.0
// Numbers that the command line holds at a value in place of their draws (`--assume NAME=VALUE`):
// a scenario could have given each of them, so the bounds are those of a scenario.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "results/reader.hpp"
#include "world/world.hpp"

namespace forestall::app {

struct Bounds {
    double low = 0;
    double high = 0;
    std::string unit;
};

/// Of a number of the parameter tables, or of the scenario's own ("actor.Ridge Front.fighters",
/// "effect.mediation.2"). Throws std::out_of_range for a name that is neither.
Bounds bounds_of_number(const WorldTables& tables, const std::string& name);

/// Values by name. Throws UsageError for words that are no NAME=VALUE, a name that is given twice,
/// one that the file has not, a value that its scenario could not have.
std::map<std::string, double> held_numbers(const std::vector<std::string>& words,
                                           const Results& results);

}  // namespace forestall::app
