// SPDX-License-Identifier: Apache-2.0
#include "app/frame/completion.hpp"

namespace forestall::app {
namespace {

std::string spaced(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

/// A branch of `case`: what is wanted where the pattern holds.
std::string wanted(const std::string& pattern, const std::vector<std::string>& words) {
    return words.empty() ? "" : "        '" + pattern + "') wanted='" + spaced(words) + "' ;;\n";
}

/// Commands of the program, or of a family.
std::vector<std::string> members_of(std::span<const CommandEntry> commands,
                                    const std::string& family) {
    std::vector<std::string> out;
    const std::string begin = family.empty() ? "" : family + " ";
    for (const CommandEntry& c : commands) {
        if (c.name.empty() || !c.name.starts_with(begin)) continue;
        const std::string rest = c.name.substr(begin.size());
        if (rest.find(' ') == std::string::npos) out.push_back(rest);
    }
    return out;
}

std::string values_of_options(const CommandEntry& command) {
    std::string out;
    for (const OptionEntry& option : command.options)
        for (const std::string& name : option.names)
            out += wanted(command.name + ":" + name, option.words);
    return out;
}

std::vector<std::string> names_of_options(const CommandEntry& command) {
    std::vector<std::string> out;
    for (const OptionEntry& option : command.options)
        out.insert(out.end(), option.names.begin(), option.names.end());
    return out;
}

}  // namespace

std::string bash_completion(std::span<const CommandEntry> commands) {
    std::string families, values, options;
    for (const CommandEntry& c : commands) {
        if (c.family && !c.name.empty()) families += wanted(c.name, members_of(commands, c.name));
        values += values_of_options(c);
        options += wanted(c.name, names_of_options(c));
    }
    const std::string all = spaced(members_of(commands, ""));
    return "# Completion of forestall for bash, made by `forestall --completion`.\n"
           "_forestall() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    local command= wanted=\n"
           "    [[ $COMP_CWORD -gt 1 ]] && command=${COMP_WORDS[1]}\n"
           "    case $command in\n" +
           families +
           "    esac\n"
           "    if [[ -n $wanted && $COMP_CWORD -gt 2 ]]; then\n"
           "        command+=\" ${COMP_WORDS[2]}\" wanted=\n"
           "    fi\n"
           "    [[ $COMP_CWORD -gt 1 ]] || wanted='" +
           all +
           "'\n"
           "    case $command:$before in\n" +
           values +
           "    esac\n"
           "    if [[ $word == -* ]]; then case $command in\n" +
           options +
           "    esac; fi\n"
           "    COMPREPLY=($(compgen -W \"$wanted\" -- \"$word\"))\n"
           "}\n"
           "complete -o default -F _forestall forestall\n";
}

}  // namespace forestall::app
