// SPDX-License-Identifier: Apache-2.0
// A Flee instance (https://github.com/djgroen/flee: locations, routes, conflict flags, closures, camp counts) -> a
// scenario directory. Every dialect met in public instances is read; what cannot be taken over is reported with its
// file and line and listed in the scenario's README.
#pragma once
#include <filesystem>
#include <string>

#include "core/diagnostics.hpp"
#include "scenario/limits.hpp"
#include "scenario/loader.hpp"

namespace forestall {

struct FleeOptions {
    std::string title;   ///< "": made from the directory's name
    bool impute = true;  ///< blank populations become the median of the known ones of their country
    Limits limits = {};
};

struct ImportReport {
    bool written = false;
    Diagnostics diagnostics;  ///< about the files of the instance
    ScenarioFiles files;      ///< what was (or, on an error, would have been) written
};

/// Reads `dir` (with input_csv/ or the files themselves); writes nothing.
ImportReport read_flee(const std::filesystem::path& dir, const FleeOptions& = {});

/// Reads `dir` and writes a scenario to `out`, which is made if need be.
/// Nothing is written if there is an error.
ImportReport import_flee(const std::filesystem::path& dir, const std::filesystem::path& out, const FleeOptions& = {});

/// The same on texts, named as in the instance ("input_csv/locations.csv", "source_data/camp.csv").
ImportReport convert_flee(ScenarioFiles instance, const FleeOptions& = {});

}  // namespace forestall
