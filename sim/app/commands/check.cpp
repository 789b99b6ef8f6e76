// SPDX-License-Identifier: Apache-2.0
// `forestall check DIR`: reads a scenario and tells everything that is wrong with it.
#include <fmt/format.h>

#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/numbers.hpp"
#include "app/session.hpp"

namespace forestall::app {
namespace {

int check(const std::string& dir, const Invocation& invocation) {
    Loaded loaded = load_directory(dir);
    const bool good = loaded.tables.has_value();
    const std::size_t errors = error_count(loaded.diagnostics);
    const std::size_t warnings = loaded.diagnostics.all().size() - errors;
    const std::string title = good ? loaded.tables->settings.title : "";
    if (good) World::build(std::move(*loaded.tables));  // throws on what the loader let pass
    if (invocation.common.json) {
        print_json({{"scenario", dir},
                    {"title", title},
                    {"valid", good},
                    {"errors", errors},
                    {"warnings", warnings},
                    {"diagnostics", diagnostics_json(loaded.diagnostics)}});
    } else {
        say_diagnostics(loaded.diagnostics);
        const std::string counts =
            fmt::format("{}, {}", errors == 0 ? "no errors" : counted(errors, "error", "errors"),
                        warnings == 0 ? "no warnings" : counted(warnings, "warning", "warnings"));
        print(fmt::format("{}: {}{}\n", one_line(dir), good ? one_line(title) + ", " : "", counts));
    }
    return good ? exit_code::done : exit_code::bad_input;
}

}  // namespace

void add_check(Program& program) {
    const auto dir = std::make_shared<std::string>();
    CLI::App& command =
        program.add({"check", "Reads a scenario and lists everything that is wrong with it",
                     "forestall check scenarios/two-rivers\nforestall check --json scenarios/two-rivers"},
                    [dir](const Invocation& invocation) { return check(*dir, invocation); });
    command.add_option("DIR", *dir, "the scenario's directory")->required();
}

}  // namespace forestall::app
