// SPDX-License-Identifier: Apache-2.0
// A Flee instance (https://github.com/djgroen/flee: locations, routes, conflict flags, closures,
// camp counts) -> a scenario directory. Every dialect met in public instances is read; what cannot
// be taken over is reported with its file and line and listed in the scenario's README.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/diagnostics.hpp"
#include "core/units.hpp"
#include "scenario/limits.hpp"
#include "scenario/loader.hpp"
#include "scenario/tally.hpp"

namespace forestall {

struct FleeOptions {
    std::string title;   ///< "": made from the directory's name
    bool impute = true;  ///< blank populations become the median of the known ones of their country
    std::optional<std::int32_t> start =
        {};        ///< first day, since 1970; none: StartDate of sim_period.csv
    Day days = 0;  ///< length of the period; 0: Length of sim_period.csv
    Limits limits = {};
};

struct ImportReport {
    bool written = false;
    Diagnostics diagnostics;  ///< about the files of the instance
    Tally tally;              ///< of the instance: what was read, and what of it is in the scenario
    Persons imputed = 0;  ///< people nobody counted: in the scenario, beside those that were read
    ScenarioFiles files;  ///< what was (or, on an error, would have been) written
};

/// Reads `dir` (with input_csv/ or the files themselves); writes nothing.
ImportReport read_flee(const std::filesystem::path& dir, const FleeOptions& = {});

/// Reads `dir` and writes a scenario to `out`, which is made if need be.
/// Nothing is written if there is an error.
ImportReport import_flee(const std::filesystem::path& dir, const std::filesystem::path& out,
                         const FleeOptions& = {});

/// The same on texts, named as in the instance ("input_csv/locations.csv", "source_data/camp.csv").
ImportReport convert_flee(ScenarioFiles instance, const FleeOptions& = {});

}  // namespace forestall
