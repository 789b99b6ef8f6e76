// SPDX-License-Identifier: Apache-2.0
// Completion for bash: commands, their options, and values where they are a list; else files. A
// pure function of the table of commands.
#pragma once
#include <span>
#include <string>

#include "app/frame/command_table.hpp"

namespace forestall::app {

std::string bash_completion(std::span<const CommandEntry> commands);

}  // namespace forestall::app
