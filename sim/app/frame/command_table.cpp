// SPDX-License-Identifier: Apache-2.0
#include "app/frame/command_table.hpp"

#include <CLI/CLI.hpp>
#include <sstream>
#include <string_view>

namespace forestall::app {
namespace {

constexpr std::string_view only = "only ";

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, at);) out.push_back(part);
    return out;
}

std::vector<std::string> words_of(CLI::Option& option) {
    try {
        for (int i = 0;; ++i) {
            const std::string& name = option.get_validator(i)->get_name();
            if (name.starts_with(only)) return split(name.substr(only.size()), ' ');
        }
    } catch (const CLI::OptionNotFound&) {
        return {};
    }
}

OptionEntry entry_of(CLI::Option& option) {
    OptionEntry out;
    for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
    if (out.names.empty())
        out.value = option.get_name();
    else if (option.get_items_expected_max() > 0)
        out.value = option.get_type_name();
    out.text = option.get_description();
    out.words = words_of(option);
    return out;
}

void add_entries(std::vector<CommandEntry>& out, CLI::App& app, const std::string& name) {
    CommandEntry entry{.name = name, .summary = app.get_description()};
    for (const std::string& line : split(app.get_footer(), '\n'))
        if (line.starts_with("  ")) entry.examples.push_back(line.substr(2));
    for (CLI::Option* option : app.get_options(nullptr))
        if (!option->get_group().empty()) entry.options.push_back(entry_of(*option));
    const auto members = app.get_subcommands(nullptr);
    entry.family = !members.empty();
    out.push_back(std::move(entry));
    for (CLI::App* member : members)
        add_entries(out, *member, (name.empty() ? "" : name + " ") + member->get_name());
}

}  // namespace

std::vector<CommandEntry> command_table(CLI::App& program) {
    std::vector<CommandEntry> out;
    add_entries(out, program, "");
    return out;
}

std::string name_of_words(const std::vector<std::string>& words) {
    std::string out(only);
    for (const std::string& word : words) out += (out.size() > only.size() ? " " : "") + word;
    return out;
}

}  // namespace forestall::app
