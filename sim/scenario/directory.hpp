// SPDX-License-Identifier: Apache-2.0
// Files of a directory as texts. Only what a scenario may hold is read; links that leave the
// directory, pipes, devices and what is too large are reported, not read.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenario/limits.hpp"
#include "scenario/loader.hpp"
#include "scenario/report.hpp"
#include "scenario/text_file.hpp"

namespace forestall {

/// Beside Limits, which hold for texts wherever they come from.
struct DirectoryLimits {
    std::uint64_t option_bytes = 1ULL << 20;   ///< of a file in options/
    std::uint64_t total_bytes = 512ULL << 20;  ///< of all files together
};

struct DirectoryTexts {
    ScenarioFiles files;
    std::vector<std::string> refused;  ///< there, but reported; a directory ends in /
    std::vector<std::string> unread;   ///< .toml, .csv and .md files that are none of a scenario's
};

/// The files of a scenario in `dir`, its observed/ and options/.
DirectoryTexts read_directory(const std::filesystem::path& dir, const Limits& limits,
                              Report& report, const DirectoryLimits& own = {});

/// The .csv files in `dir`, its input_csv/ and source_data/.
ScenarioFiles read_flee_directory(const std::filesystem::path& dir, const Limits& limits,
                                  Report& report);

}  // namespace forestall
