// SPDX-License-Identifier: Apache-2.0
// `forestall import flee DIR -o DIR2`: a scenario from a Flee instance.
#pragma once
#include <string>

#include "app/frame/command.hpp"

namespace forestall::app {

/// `example`: a line that shows how it is typed.
void add_import_flee(const Command& family, Program& program, const std::string& example);

}  // namespace forestall::app
