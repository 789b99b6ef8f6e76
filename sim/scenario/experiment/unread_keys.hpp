// SPDX-License-Identifier: Apache-2.0
// Keys of an experiment that its method does not read.
#pragma once
#include <string>

#include "design/design.hpp"
#include "scenario/toml_access.hpp"

namespace forestall {

/// Adds W401 for each of them, in the file and in its inputs.
void warn_unread(const toml::table& root, const std::string& file, design::Method method,
                 Report& report);

}  // namespace forestall
