// SPDX-License-Identifier: Apache-2.0
// The manual page, section 1, in the language of man(7). A pure function of the table of commands.
#pragma once
#include <span>
#include <string>

#include "app/frame/command_table.hpp"

namespace forestall::app {

std::string manual_page(std::span<const CommandEntry> commands, const std::string& version);

}  // namespace forestall::app
