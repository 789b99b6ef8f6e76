// SPDX-License-Identifier: Apache-2.0
// What `export` is asked for, and the text that comes of it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/frame/command.hpp"
#include "app/frame/output_file.hpp"

namespace forestall::app {

struct ExportWish {
    std::vector<std::string> paths;
    std::string format;
    std::string table = "series";
    std::string option;
    std::uint64_t point = 0;
    Argument point_given;
    std::int64_t country = 0;
    std::string by = "country";
    std::string outcome;
    bool routes = false;
    OutputWish out;
    Argument given;  ///< -o
    /// Options that only some formats look at, and these formats.
    struct Limited {
        Argument option;
        std::string name;
        std::vector<std::string> formats;
    };
    std::vector<Limited> limited;
};

/// UsageError for an option or a file that the format would ignore.
void refuse_idle(const ExportWish& wish);

/// The text of the files in the format. UsageError for what the files do not have, FormatError and
/// ScenarioRefused for what cannot be read.
std::string exported(const ExportWish& wish);

}  // namespace forestall::app
