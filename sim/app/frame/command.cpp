// SPDX-License-Identifier: Apache-2.0
#include "app/frame/command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/frame/build_info.hpp"
#include "app/frame/command_table.hpp"
#include "app/frame/completion.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/manual.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "core/diagnostics.hpp"

namespace forestall::app {
namespace {

constexpr std::uint64_t most_threads = 4096;

/// As people write it: separators in what they would count, none in what they copy.
std::string digits(std::uint64_t value) {
    constexpr std::uint64_t most_counted = 1'000'000'000'000;
    return value <= most_counted ? thousands(static_cast<std::int64_t>(value))
                                 : std::to_string(value);
}

std::string example_text(const std::string& lines) {
    std::string out = "Example:";
    std::size_t at = 0;
    while (at < lines.size()) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        out += "\n  " + lines.substr(at, end - at);
        at = end + 1;
    }
    return out;
}

void add_common_options(CLI::App& command, Common& common) {
    const char* group = "Common options";
    command
        .add_option("--threads", common.threads,
                    "threads to use, 0 for all cores; results do not depend on it")
        ->check(*whole_number(0, most_threads))
        ->type_name("N")
        ->group(group);
    command
        .add_option("--seed", common.seed,
                    "seed of all luck; the same seed gives the same results (default 1)")
        ->check(*whole_number())
        ->type_name("N")
        ->group(group);
    command
        .add_flag("--json", common.json, "one JSON document on standard output, nothing else there")
        ->group(group);
    command.add_flag("--quiet", common.quiet, "no progress or remarks on standard error")
        ->group(group);
    command.add_flag("--verbose", common.verbose, "list every warning instead of a summary")
        ->group(group);
    command.add_option("--backend", common.backend, "how threads are run: serial, jthread or tbb")
        ->check(*one_of({"serial", "jthread", "tbb"}))
        ->type_name("NAME")
        ->group(group);
    command.add_option("--shuffle", common.shuffle, "scramble the order of work by this number")
        ->check(*whole_number())
        ->group("");
}

/// A flag that prints a text made from the commands, and nothing else.
void add_page(CLI::App& app, const char* name, const char* text,
              const std::function<std::string()>& page) {
    app.add_flag_callback(
        name, [page] { throw CLI::CallForVersion(page(), 0); }, text);
}

/// Throws UsageError if the first word that is not an option is not a command: "did you mean
/// 'check'?" for "chek".
void refuse_unknown_command(const CLI::App& app, const std::vector<std::string>& words) {
    const auto word =
        std::find_if(words.begin() + (words.empty() ? 0 : 1), words.end(),
                     [](const std::string& w) { return !w.empty() && w.front() != '-'; });
    if (word == words.end()) return;
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
    if (std::find(names.begin(), names.end(), *word) != names.end()) return;
    const std::string meant = nearest(*word, names);
    throw UsageError(fmt::format("there is no command '{}'", *word),
                     meant.empty() ? "`forestall --help` lists the commands"
                                   : fmt::format("did you mean '{}'?", meant));
}

}  // namespace

Check whole_number(std::uint64_t least, std::uint64_t most) {
    const auto problem = [least, most](const std::string& text) -> std::string {
        const std::string range =
            fmt::format("a whole number from {} to {}", digits(least), digits(most));
        const bool plain = !text.empty() &&
                           text.find_first_not_of("0123456789") == std::string::npos &&
                           (text.size() == 1 || text.front() != '0');
        if (!plain) return fmt::format("'{}' is not {}", text, range);
        std::uint64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool fits = error == std::errc() && value >= least && value <= most;
        return fits ? "" : fmt::format("{} is out of range: {}", text, range);
    };
    return std::make_shared<CLI::Validator>(problem, "", "whole number");
}

Check number(double least, double most, bool above) {
    const auto problem = [least, most, above](const std::string& text) -> std::string {
        const std::string range =
            fmt::format("a number {} {} to {}", above ? "above" : "from", least, most);
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc::invalid_argument || end != text.data() + text.size() ||
            std::isnan(value))
            return fmt::format("'{}' is not {}", text, range);
        const bool fits =
            error == std::errc() && (above ? value > least : value >= least) && value <= most;
        return fits ? "" : fmt::format("{} is out of range: {}", text, range);
    };
    return std::make_shared<CLI::Validator>(problem, "", "number");
}

Check one_of(const std::vector<std::string>& words) {
    return std::make_shared<CLI::Validator>(
        CLI::IsMember(words).description("").name(name_of_words(words)));
}

Check one_of_listed(const std::vector<std::string>& words) {
    return std::make_shared<CLI::Validator>(CLI::IsMember(words).name(name_of_words(words)));
}

Check listed_range(int least, int most) {
    return std::make_shared<CLI::Validator>(CLI::Range(least, most));
}

Argument Argument::required() const {
    option_->required();
    return *this;
}

Argument Argument::check(const Check& check) const {
    option_->check(*check);
    return *this;
}

Argument Argument::one_each() const {
    option_->allow_extra_args(false);
    return *this;
}

Argument Argument::type_name(const std::string& name) const {
    option_->type_name(name);
    return *this;
}

Argument Argument::excludes(const Argument& other) const {
    option_->excludes(other.option_);
    return *this;
}

bool Argument::given() const { return option_ != nullptr && option_->count() > 0; }

Argument Command::add_option(const std::string& name, std::string& into,
                             const std::string& text) const {
    return Argument(app_->add_option(name, into, text));
}

Argument Command::add_option(const std::string& name, std::vector<std::string>& into,
                             const std::string& text) const {
    return Argument(app_->add_option(name, into, text));
}

Argument Command::add_option(const std::string& name, std::uint64_t& into,
                             const std::string& text) const {
    return Argument(app_->add_option(name, into, text));
}

Argument Command::add_option(const std::string& name, std::int64_t& into,
                             const std::string& text) const {
    return Argument(app_->add_option(name, into, text));
}

Argument Command::add_option(const std::string& name, std::int32_t& into,
                             const std::string& text) const {
    return Argument(app_->add_option(name, into, text));
}

Argument Command::add_option(const std::string& name, double& into, const std::string& text) const {
    return Argument(app_->add_option(name, into, text));
}

Argument Command::add_option(const std::string& name, std::optional<std::uint64_t>& into,
                             const std::string& text) const {
    return Argument(app_->add_option_function<std::uint64_t>(
        name, [&into](std::uint64_t value) { into = value; }, text));
}

Argument Command::add_option(const std::string& name, std::optional<double>& into,
                             const std::string& text) const {
    return Argument(app_->add_option_function<double>(
        name, [&into](double value) { into = value; }, text));
}

Argument Command::add_flag(const std::string& name, bool& into, const std::string& text) const {
    return Argument(app_->add_flag(name, into, text));
}

Program::Program()
    : app_(std::make_unique<CLI::App>(
          "Simulates how a conflict may escalate and what interventions may change.",
          "forestall")) {
    const ProgramBuild build = program_build();
    app_->set_version_flag("--version",
                           fmt::format("forestall {} ({})", build.version, build.git_commit));
    add_page(*app_, "--manual", "print the manual page, for man",
             [this] { return manual_page(command_table(*app_), program_build().version); });
    add_page(*app_, "--completion", "print the completion for bash",
             [this] { return bash_completion(command_table(*app_)); });
    app_->require_subcommand(1);
    app_->footer(
        example_text("forestall check scenarios/two-rivers\n"
                     "forestall ensemble scenarios/two-rivers --members 100 -o out.h5\n"
                     "forestall COMMAND --help"));
    app_->get_formatter()->column_width(30);
    app_->option_defaults()->always_capture_default(false);
}

Program::~Program() = default;

Command Program::add(const CommandText& text, Action action) {
    return add_to(Command(*app_), text, std::move(action));
}

Command Program::add_family(const CommandText& text) {
    CLI::App& family = *app_->add_subcommand(text.name, text.summary);
    family.require_subcommand(1);
    family.footer(example_text(text.example));
    return Command(family);
}

Command Program::add_to(const Command& parent, const CommandText& text, Action action) {
    CLI::App& command = *parent.app_->add_subcommand(text.name, text.summary);
    command.footer(example_text(text.example));
    add_common_options(command, invocation_.common);
    command.callback([this, &command, act = std::move(action)] {
        chosen_ = act;
        invocation_.common.threads_given = command.count("--threads") > 0;
        invocation_.common.backend_given = command.count("--backend") > 0;
    });
    return Command(command);
}

void Program::refuse_unknown_option() const {
    for (const std::string& word : app_->remaining(true)) {
        if (word.size() < 2 || word.front() != '-') continue;
        const CLI::App* command = app_.get();
        while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
        std::vector<std::string> names;
        for (const CLI::Option* option : command->get_options())
            for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
        const std::string meant = nearest(word, names);
        throw UsageError(fmt::format("there is no option {}", word),
                         meant.empty() ? fmt::format("`{} --help` lists the options",
                                                     command->get_display_name())
                                       : fmt::format("did you mean {}?", meant));
    }
}

int Program::usage_error(const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {  // --help, --version
        print(error.get_name() == "CallForVersion" ? std::string(error.what()) + "\n"
                                                   : app_->help());
        return exit_code::done;
    }
    refuse_unknown_command(*app_, invocation_.words);
    refuse_unknown_option();
    std::string hint = "`forestall --help` lists the commands";
    for (const CLI::App* command : app_->get_subcommands())
        hint = fmt::format("`forestall {} --help` shows how", command->get_name());
    throw UsageError(error.what(), hint);
}

int Program::run(const std::vector<std::string>& words) {
    invocation_.words = words;
    // A line that cannot be understood still tells whether its writer is a script.
    invocation_.common.json = std::find(words.begin(), words.end(), "--json") != words.end();
    std::vector<std::string> backwards(words.rbegin(), words.rend());
    if (!backwards.empty()) backwards.pop_back();
    try {
        app_->parse(backwards);
    } catch (const CLI::ParseError& error) {
        return usage_error(error);
    }
    return chosen_(invocation_);
}

}  // namespace forestall::app
