// SPDX-License-Identifier: Apache-2.0
// exercise.toml and msel.csv of a scenario's files, with every fault found in one pass. Whatever a
// file lacks is made from the scenario (plan.hpp).
#pragma once
#include "core/diagnostics.hpp"
#include "scenario/exercise/msel.hpp"
#include "scenario/exercise/plan.hpp"
#include "scenario/loader.hpp"

namespace forestall {

inline constexpr const char* exercise_file = "exercise.toml";

struct ExerciseRead {
    ExercisePlan plan;
    bool given = false;  ///< exercise.toml is there
    Msel msel;
    Diagnostics diagnostics;  ///< sorted; with an error plan and list are not to be used
};

/// `tables`: of the same scenario.
ExerciseRead read_exercise(const ScenarioFiles& files, const WorldTables& tables,
                           const Limits& limits = {});

}  // namespace forestall
