// SPDX-License-Identifier: Apache-2.0
// The options -o, --overwrite and --resume, alike in every command. What they mean is in
// results/output.hpp.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "app/frame/command.hpp"
#include "results/output.hpp"

namespace forestall::app {

/// What the command line says about the output; whoever reads it must live as long as the action.
struct OutputWish {
    std::string path;
    bool resume = false;
    bool overwrite = false;

    Start start() const {
        if (resume) return Start::resume;
        return overwrite ? Start::overwrite : Start::fresh;
    }
    /// The rule for a command that reads these files and directories and writes at once, at its
    /// end.
    output::Rule rule(std::vector<std::string> inputs) const {
        return {.start = start(), .inputs = std::move(inputs)};
    }
    /// The rule for one that keeps unfinished work in `OUT.parts`.
    output::Rule rule_in_parts(std::vector<std::string> inputs) const {
        return {.start = start(), .inputs = std::move(inputs), .in_parts = true};
    }
};

/// Adds -o and --overwrite; `text` says what is written. Returns -o, so that it can be made
/// required.
Argument add_output(const Command& command, OutputWish& wish, const std::string& text);
/// Adds -o (required), --overwrite and --resume.
void add_resumable_output(const Command& command, OutputWish& wish, const std::string& text);

}  // namespace forestall::app
