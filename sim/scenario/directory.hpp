// SPDX-License-Identifier: Apache-2.0
// Files of a directory as texts. Sizes are looked at before anything is read; what cannot be read is reported.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenario/limits.hpp"
#include "scenario/loader.hpp"
#include "scenario/report.hpp"

namespace forestall {

struct DirectoryTexts {
    ScenarioFiles files;
    std::vector<std::string> refused;  ///< there, but reported as unreadable or too large
};

/// The .toml, .csv and .md files in `dir`, its observed/ and options/.
DirectoryTexts read_directory(const std::filesystem::path& dir, const Limits& limits, Report& report);

/// The .csv files in `dir`, its input_csv/ and source_data/.
ScenarioFiles read_flee_directory(const std::filesystem::path& dir, const Limits& limits, Report& report);

/// One file; E001, E002 or E003 under `name` and nothing if it cannot be had.
std::optional<std::string> read_text_file(const std::filesystem::path& path, const std::string& name,
                                          std::uint64_t most, Report& report);

}  // namespace forestall
