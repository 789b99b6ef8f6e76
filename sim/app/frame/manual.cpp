// SPDX-License-Identifier: Apache-2.0
#include "app/frame/manual.hpp"

namespace forestall::app {
namespace {

/// No character of it is taken for a request, and a hyphen is one that can be copied.
std::string roff(const std::string& text) {
    std::string out = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
    for (const char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else if (c == '\n')
            out += ' ';
        else
            out += c;
    }
    return out;
}

std::string option_text(const OptionEntry& option) {
    std::string head;
    for (const std::string& name : option.names)
        head += (head.empty() ? "\\fB" : ", \\fB") + roff(name) + "\\fR";
    if (!option.value.empty())
        head += (head.empty() ? "\\fI" : " \\fI") + roff(option.value) + "\\fR";
    std::string out = ".TP\n" + head + "\n" + roff(option.text) + "\n";
    std::string words;
    for (const std::string& word : option.words) words += (words.empty() ? "" : ", ") + roff(word);
    return words.empty() ? out : out + "(" + words + ")\n";
}

std::string command_text(const CommandEntry& command) {
    std::string out = ".SS " + roff(command.name) + "\n" + roff(command.summary) + ".\n";
    for (const OptionEntry& option : command.options) out += option_text(option);
    out += ".PP\n.nf\n";
    for (const std::string& line : command.examples) out += roff(line) + "\n";
    return out + ".fi\n";
}

}  // namespace

std::string manual_page(std::span<const CommandEntry> commands, const std::string& version) {
    const CommandEntry& program = commands.front();
    std::string out = ".TH FORESTALL 1 \"\" \"forestall " + roff(version) + "\"\n";
    out += ".SH NAME\nforestall \\- simulator of conflict escalation and of interventions\n";
    out += ".SH SYNOPSIS\n.B forestall\n.I COMMAND\n[\\fIoptions\\fR]\n";
    out += ".SH DESCRIPTION\n" + roff(program.summary) + "\n";
    out += ".SH OPTIONS\n";
    for (const OptionEntry& option : program.options) out += option_text(option);
    out += ".SH COMMANDS\n";
    for (const CommandEntry& command : commands.subspan(1)) out += command_text(command);
    out +=
        ".SH EXIT STATUS\n"
        "0 done; 1 a finding; 2 usage; 65 bad input; 70 a bug of the program; 74 input, output or "
        "memory;\n75 stopped early, 130 interrupted, with partial results kept.\n";
    return out + ".SH EXAMPLES\n.nf\n" + [&] {
        std::string lines;
        for (const std::string& line : program.examples) lines += roff(line) + "\n";
        return lines;
    }() + ".fi\n";
}

}  // namespace forestall::app
