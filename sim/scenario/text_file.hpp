// SPDX-License-Identifier: Apache-2.0
// Opens files that a stranger may have made: plain files only, never waits for a pipe or a device,
// and believes no size.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "scenario/report.hpp"

namespace forestall {

/// The bytes of a plain file; E001, E002, E003 or (a link out of `inside`) E065 under `name`, and
/// nothing, if it cannot be had. `inside`: a resolved directory (canonical()) that links must not
/// leave; empty: any.
std::optional<std::string> read_text_file(const std::filesystem::path& path,
                                          const std::string& name, std::uint64_t most,
                                          Report& report, const std::filesystem::path& inside = {});

/// Whether `name`, resolved, lies in the resolved directory `inside`; E065 if not. What does not
/// exist does.
bool stays_inside(const std::filesystem::path& path, const std::string& name,
                  const std::filesystem::path& inside, Report& report);

}  // namespace forestall
