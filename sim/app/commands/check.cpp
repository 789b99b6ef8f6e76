// SPDX-License-Identifier: Apache-2.0
// `forestall check DIR`: reads a scenario and tells everything that is wrong with it.
#include <fmt/format.h>

#include <optional>

#include "app/describe/tally_report.hpp"
#include "app/frame/command.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/job/estimate.hpp"
#include "app/job/session.hpp"
#include "engine/member_size.hpp"
#include "scenario/exercise/read_exercise.hpp"
#include "scenario/observed/read_observations.hpp"
#include "scenario/tally_world.hpp"

namespace forestall::app {
namespace {

void add(Diagnostics& to, const Diagnostics& from) {
    for (const Diagnostic& d : from.all())
        if (d.severity == Severity::error)
            to.error(d.at, d.code, d.message, d.hint);
        else
            to.warning(d.at, d.code, d.message, d.hint);
}

/// What no run reads: the files of an exercise, and observations, whose tally it returns.
Tally add_other_files(Loaded& loaded) {
    if (!loaded.tables) return {};
    add(loaded.diagnostics, read_exercise(loaded.files, *loaded.tables).diagnostics);
    Observations seen = read_observations(loaded.files, *loaded.tables);
    add(loaded.diagnostics, seen.diagnostics);
    loaded.diagnostics.sort();
    return std::move(seen.tally);
}

int check(const std::string& dir, const Invocation& invocation) {
    Loaded loaded = load_directory(dir);
    Tally seen = add_other_files(loaded);
    const bool good = loaded.tables.has_value() && error_count(loaded.diagnostics) == 0;
    const std::size_t errors = error_count(loaded.diagnostics);
    const std::size_t warnings = loaded.diagnostics.all().size() - errors;
    const std::string title = good ? loaded.tables->settings.title : "";
    Tally tally = tally_scenario(loaded.files, parameter_tables());
    tally.things.merge(seen.things);
    tally.rows.merge(seen.rows);
    std::optional<World> world;
    if (good)
        world = World::build(std::move(*loaded.tables));  // throws on what the loader let pass
    const std::string memory = world ? memory_warning(*world) : "";
    if (invocation.common.json) {
        print_json({{"scenario", dir},
                    {"title", title},
                    {"valid", good},
                    {"errors", errors},
                    {"warnings", warnings},
                    {"member_memory_bytes", world ? Json(member_bytes(*world)) : Json()},
                    {"read", tally_json(tally)},
                    {"diagnostics", diagnostics_json(loaded.diagnostics)}});
    } else {
        say_diagnostics(loaded.diagnostics);
        if (!memory.empty()) say("note: " + memory);
        const std::string counts =
            fmt::format("{}, {}", errors == 0 ? "no errors" : counted(errors, "error", "errors"),
                        warnings == 0 ? "no warnings" : counted(warnings, "warning", "warnings"));
        print(good ? fmt::format("{}: {}, {}\n{}\n", one_line(dir), one_line(title), counts,
                                 tally_text(tally))
                   : fmt::format("{}: {}\n", one_line(dir), counts));
    }
    return good ? exit_code::done : exit_code::bad_input;
}

}  // namespace

void add_check(Program& program) {
    const auto dir = std::make_shared<std::string>();
    const Command command = program.add(
        {"check", "Reads a scenario and lists everything that is wrong with it",
         "forestall check scenarios/two-rivers\nforestall check --json scenarios/two-rivers"},
        [dir](const Invocation& invocation) { return check(*dir, invocation); });
    command.add_option("DIR", *dir, "the scenario's directory").required();
}

}  // namespace forestall::app
