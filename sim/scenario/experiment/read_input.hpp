// SPDX-License-Identifier: Apache-2.0
// An [[input]] of an experiment.
#pragma once
#include <string>

#include "design/input.hpp"
#include "scenario/toml_access.hpp"

namespace forestall {

/// The input that a section describes; E402, E038. `listed`: its values come from a list, and
/// those that it gives have no effect (W401).
design::Input read_input(const toml::table& section, const std::string& file, bool listed,
                         Report& report);

}  // namespace forestall
