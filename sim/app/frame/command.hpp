// SPDX-License-Identifier: Apache-2.0
// How a command enters the program: its file in commands/ has one function that adds it, called
// from the list in commands.cpp. Every command has the same common options.
#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/frame/invocation.hpp"

namespace forestall::app {

/// Does the work of a command and returns the exit code. Called once, after the whole line was
/// understood.
using Action = std::function<int(const Invocation&)>;

struct CommandText {
    std::string name;
    std::string summary;
    std::string example;  ///< one or more command lines, a line each
};

class Program {
public:
    Program();
    /// The command's own options are added to the result; what they are read into must live as long
    /// as the action.
    CLI::App& add(const CommandText& text, Action action) {
        return add_to(app_, text, std::move(action));
    }
    /// A command that has commands of its own ("import").
    CLI::App& add_family(const CommandText& text);
    CLI::App& add_to(CLI::App& parent, const CommandText& text, Action action);

    /// Parses and runs; throws whatever the command throws. Returns the exit code.
    int run(const std::vector<std::string>& words);
    bool wants_json() const { return invocation_.common.json; }

private:
    int usage_error(const CLI::ParseError& error);
    /// Throws UsageError for an option that the command does not have.
    void refuse_unknown_option() const;

    CLI::App app_;
    Invocation invocation_;
    Action chosen_;
};

/// For options that take a whole number from `least` to `most`. CLI11 alone would read -4 and 2^64
/// as the largest one there is, and 010 as 8.
CLI::Validator whole_number(std::uint64_t least = 0, std::uint64_t most = ~std::uint64_t{0});
/// For options that take a finite number from `least` to `most`; not 0 itself where `least` is 0
/// and `above` is set.
CLI::Validator number(double least, double most, bool above = false);

/// Runs the program and maps everything that can go wrong to an exit code and a sentence.
int run_program(const std::vector<std::string>& words);

}  // namespace forestall::app
