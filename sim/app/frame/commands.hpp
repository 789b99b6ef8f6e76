// SPDX-License-Identifier: Apache-2.0
// A command is one file of commands/: NAME.cpp, without a header beside it, defines
// `void add_NAME(Program& program)`, which adds it. The build makes the list from the folder.
#pragma once
#include <span>
#include <string_view>

namespace forestall::app {

class Program;

struct CommandFile {
    std::string_view name;
    void (*add)(Program& program);
};

/// All commands, in order of name.
std::span<const CommandFile> command_files();

/// Adds all, in the order in which `forestall --help` lists them.
void add_commands(Program& program);

}  // namespace forestall::app
