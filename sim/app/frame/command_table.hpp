// SPDX-License-Identifier: Apache-2.0
// All commands with their options as plain data, read off what parses the command line: what the
// manual page and the completion are made from.
#pragma once
#include <string>
#include <vector>

namespace CLI {
class App;
}  // namespace CLI

namespace forestall::app {

struct OptionEntry {
    std::vector<std::string> names;  ///< "-o", "--output"; none of an argument by position
    std::string value;               ///< how the help names its value; empty of a flag
    std::string text;
    std::vector<std::string> words;  ///< what the value may be, where that is a list
};

struct CommandEntry {
    std::string name;  ///< "import flee" of a member of a family
    std::string summary;
    std::vector<std::string> examples;  ///< a command line each
    std::vector<OptionEntry> options;   ///< without what the help hides
    bool family = false;                ///< it has commands of its own and does nothing by itself
};

/// The program itself first, without a name; then commands in the order of the help, a family's
/// behind it.
std::vector<CommandEntry> command_table(CLI::App& program);

/// How a check is called that allows only these words, so that the table can tell them.
std::string name_of_words(const std::vector<std::string>& words);

}  // namespace forestall::app
