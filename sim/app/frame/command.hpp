// SPDX-License-Identifier: Apache-2.0
// How a command enters the program: its file in commands/ has one function that adds it, called
// from the list in commands.cpp. Every command has the same common options. What parses the line
// is known to command.cpp alone, so that commands are compiled without it.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/frame/invocation.hpp"

namespace CLI {
class App;
class Option;
class ParseError;
class Validator;
}  // namespace CLI

namespace forestall::app {

/// Does the work of a command and returns the exit code. Called once, after the whole line was
/// understood.
using Action = std::function<int(const Invocation&)>;

struct CommandText {
    std::string name;
    std::string summary;
    std::string example;  ///< one or more command lines, a line each
};

/// What the text of an option must be.
using Check = std::shared_ptr<const CLI::Validator>;
/// A whole number from `least` to `most`. The parser alone would read -4 and 2^64 as the largest
/// one there is, and 010 as 8.
Check whole_number(std::uint64_t least = 0, std::uint64_t most = ~std::uint64_t{0});
/// A finite number from `least` to `most`; not 0 itself where `least` is 0 and `above` is set.
Check number(double least, double most, bool above = false);
/// One of these words.
Check one_of(const std::vector<std::string>& words);
/// The same, and the help lists them; a whole number in a range that the help tells.
Check one_of_listed(const std::vector<std::string>& words);
Check listed_range(int least, int most);

/// An option or an argument of a command: a handle, good as long as the program.
class Argument {
public:
    Argument() = default;
    explicit Argument(CLI::Option* option) : option_(option) {}

    Argument required() const;
    Argument check(const Check& check) const;
    /// Of an option that may stand several times: one word after each.
    Argument one_each() const;
    /// How the help names its value.
    Argument type_name(const std::string& name) const;
    /// Not together with the other.
    Argument excludes(const Argument& other) const;
    /// Whether it stands on the command line; false for a handle of none.
    bool given() const;

private:
    CLI::Option* option_ = nullptr;
};

/// A command while its options are added: a handle, good as long as the program. What options are
/// read into must live as long as the action.
class Command {
public:
    explicit Command(CLI::App& app) : app_(&app) {}

    /// `name`: "DIR" for an argument by position, "--days" or "-o,--output" for an option.
    Argument add_option(const std::string& name, std::string& into, const std::string& text) const;
    Argument add_option(const std::string& name, std::vector<std::string>& into,
                        const std::string& text) const;
    Argument add_option(const std::string& name, std::uint64_t& into,
                        const std::string& text) const;
    Argument add_option(const std::string& name, std::int64_t& into, const std::string& text) const;
    Argument add_option(const std::string& name, std::int32_t& into, const std::string& text) const;
    Argument add_option(const std::string& name, double& into, const std::string& text) const;
    /// None if it is not on the command line.
    Argument add_option(const std::string& name, std::optional<std::uint64_t>& into,
                        const std::string& text) const;
    Argument add_option(const std::string& name, std::optional<double>& into,
                        const std::string& text) const;
    Argument add_flag(const std::string& name, bool& into, const std::string& text) const;

private:
    friend class Program;
    CLI::App* app_;
};

class Program {
public:
    Program();
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    Command add(const CommandText& text, Action action);
    /// A command that has commands of its own ("import").
    Command add_family(const CommandText& text);
    Command add_to(const Command& parent, const CommandText& text, Action action);

    /// Parses and runs; throws whatever the command throws. Returns the exit code.
    int run(const std::vector<std::string>& words);
    bool wants_json() const { return invocation_.common.json; }

private:
    int usage_error(const CLI::ParseError& error);
    /// Throws UsageError for an option that the command does not have.
    void refuse_unknown_option() const;

    std::unique_ptr<CLI::App> app_;
    Invocation invocation_;
    Action chosen_;
};

/// Runs the program and maps everything that can go wrong to an exit code and a sentence.
int run_program(const std::vector<std::string>& words);

}  // namespace forestall::app
