// SPDX-License-Identifier: Apache-2.0
// The tables of observed/ that say what happened, with every fault found in one pass. camps.csv and
// total.csv are read with the scenario (loader.hpp).
#pragma once
#include "scenario/loader.hpp"
#include "scenario/observed/observations.hpp"

namespace forestall {

/// `tables`: of the same scenario. A file that is not there gives no rows; a row with a fault is
/// told and left out.
Observations read_observations(const ScenarioFiles& files, const WorldTables& tables,
                               const Limits& limits = {});

}  // namespace forestall
