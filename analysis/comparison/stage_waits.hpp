// SPDX-License-Identifier: Apache-2.0
// What waiting costs in a file of `forestall stages`: each intervention there is at several starts.
// Reads the stage that the desk sees without any intervention. One place, so that the terminal and
// the page say the same.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "analysis/comparison/delay.hpp"
#include "analysis/comparison/outcomes.hpp"
#include "results/reader.hpp"

namespace forestall::comparison {

/// Per stage ("prevention", "mitigation", "response") and member at `positions`: week in which the
/// desk first sees it or a higher one under `option`; the length of the run in weeks if it never
/// does.
std::map<std::string, std::vector<double>> first_seen(const Results& results, std::size_t option,
                                                      const std::vector<std::size_t>& positions);
/// Length of the run.
double weeks_of_run(const Results& results);

/// Waits between the starts that the file has of each intervention; none if its options are of
/// another kind. `outcome`: of the members at `positions`; `nothing`: the option without
/// intervention.
std::vector<Wait> stage_waits(const Results& results, const Outcome& outcome,
                              const std::vector<std::size_t>& positions, std::size_t nothing,
                              const Plan& plan);

/// Waits whose interval leaves out 0, and those that are defined at all: some members wait.
std::vector<const Wait*> clear_waits(const std::vector<Wait>& waits);
std::vector<const Wait*> defined_waits(const std::vector<Wait>& waits);
/// "None of the 35 delays has a clear cost."; "2 of the 35 delays have a clear cost, 1 a clear
/// gain.". Empty if there are no waits.
std::string waits_verdict(const std::vector<Wait>& waits, bool less_is_better);

}  // namespace forestall::comparison
