// SPDX-License-Identifier: Apache-2.0
// A scenario directory -> WorldTables, with every fault found in one pass. Text in, values out:
// nothing here keeps state or prints. Thread-safe: functions of their arguments only.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/diagnostics.hpp"
#include "core/parameter.hpp"
#include "scenario/limits.hpp"
#include "world/world.hpp"

namespace forestall {

/// A scenario's texts by name with '/' ("observed/total.csv"): all a results file needs to keep to
/// run it again.
using ScenarioFiles = std::map<std::string, std::string, std::less<>>;

struct DatedCount {
    Day day = 0;  ///< since start; may lie outside the period
    Persons persons = 0;
};

/// What was counted. Never read inside a run but for `prescribed` totals, which World has in its
/// settings.
struct Observed {
    struct Camp {
        std::string place;
        std::vector<DatedCount> counts;  ///< by day
    };
    std::vector<DatedCount> total;  ///< by day
    std::vector<Camp> camps;        ///< by name
};

struct Loaded {
    std::optional<WorldTables> tables;  ///< none if there was an error
    Diagnostics diagnostics;            ///< sorted by file and position
    ScenarioFiles files;
    Observed observed;
};

/// `tables`: the parameters a scenario may set.
Loaded load_scenario(const std::filesystem::path& dir, std::span<const ParameterTable> tables,
                     const Limits& = {});
Loaded load_scenario_text(ScenarioFiles files, std::span<const ParameterTable> tables,
                          const Limits& = {});

}  // namespace forestall
