// SPDX-License-Identifier: Apache-2.0
#include "app/frame/commands.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace forestall::app {
namespace {

/// What most people begin with; the others follow in order of name.
constexpr std::array<std::string_view, 7> first = {"check",  "describe", "run",   "ensemble",
                                                   "stages", "compare",  "report"};

}  // namespace

void add_commands(Program& program) {
    std::vector<CommandFile> all(command_files().begin(), command_files().end());
    const auto place = [](const CommandFile& command) {
        return std::find(first.begin(), first.end(), command.name) - first.begin();
    };
    std::stable_sort(all.begin(), all.end(), [&](const CommandFile& a, const CommandFile& b) {
        return place(a) < place(b);
    });
    for (const CommandFile& command : all) command.add(program);
}

}  // namespace forestall::app
