// SPDX-License-Identifier: Apache-2.0
#include "app/job/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/frame/numbers.hpp"
#include "engine/engine.hpp"
#include "scenario/codes.hpp"

namespace forestall::app {
namespace {

constexpr std::size_t most_warnings = 20;

}  // namespace

Json diagnostics_json(const Diagnostics& diagnostics) {
    Json list = Json::array();
    for (const Diagnostic& d : diagnostics.all())
        list.push_back({{"file", d.at.file},
                        {"line", d.at.line},
                        {"column", d.at.column},
                        {"code", d.code},
                        {"severity", d.severity == Severity::error ? "error" : "warning"},
                        {"message", d.message},
                        {"hint", d.hint}});
    return list;
}

void say_diagnostics(const Diagnostics& diagnostics) {
    for (const Diagnostic& d : diagnostics.all()) say(to_string(d));
}

std::size_t error_count(const Diagnostics& diagnostics) {
    const auto all = diagnostics.all();
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

void say_warnings(const Diagnostics& diagnostics, const Common& common, const std::string& how) {
    const auto all = diagnostics.all();
    if (common.quiet || all.empty()) return;
    if (common.verbose || all.size() <= most_warnings) return say_diagnostics(diagnostics);
    std::map<std::string, std::size_t> by_code;
    for (const Diagnostic& d : all) ++by_code[d.code];
    say(fmt::format("{} warnings; `{}` lists them:", all.size(), how));
    for (const auto& [code, count] : by_code) {
        const CodeSpec* spec = find_code(code);
        say(fmt::format("  {} {}, {}", code, spec == nullptr ? "" : spec->meaning,
                        counted(count, "time", "times")));
    }
}

Loaded load_directory(const std::string& dir) {
    std::error_code failure;
    if (std::filesystem::is_directory(dir, failure)) return load_scenario(dir, parameter_tables());
    Loaded out;
    if (std::filesystem::exists(dir, failure)) {
        const std::string parent = std::filesystem::path(dir).parent_path().string();
        out.diagnostics.error({dir, 0, 0}, "E001", fmt::format("'{}' is a file", dir),
                              fmt::format("name its directory: {}", parent.empty() ? "." : parent));
        return out;
    }
    out.diagnostics.error({dir, 0, 0}, "E001", fmt::format("there is no directory '{}'", dir),
                          "name the directory that holds scenario.toml");
    return out;
}

std::optional<Session> open_session(const std::string& dir, const Invocation& invocation) {
    return open_session(load_directory(dir), dir, invocation);
}

std::optional<Session> open_session(Loaded loaded, const std::string& dir,
                                    const Invocation& invocation) {
    if (!loaded.tables) {
        say_diagnostics(loaded.diagnostics);
        if (invocation.common.json)
            print_json({{"diagnostics", diagnostics_json(loaded.diagnostics)}});
        return std::nullopt;
    }
    say_warnings(loaded.diagnostics, invocation.common, "forestall check " + shell_quoted(dir));
    Session session;
    session.world = std::make_shared<const World>(World::build(std::move(*loaded.tables)));
    session.files.insert(loaded.files.begin(), loaded.files.end());
    session.observed = std::move(loaded.observed);
    session.warnings = std::move(loaded.diagnostics);
    return session;
}

Job job_of(const Session& session, std::uint64_t seed, std::uint64_t members) {
    Job job;
    job.world = session.world;
    job.scenario_files = session.files;
    job.seed = seed;
    job.members = members;
    return job;
}

}  // namespace forestall::app
