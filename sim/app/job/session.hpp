// SPDX-License-Identifier: Apache-2.0
// From a scenario on the command line to a World: everything that is wrong is told, in one pass.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/frame/invocation.hpp"
#include "app/frame/output.hpp"
#include "core/diagnostics.hpp"
#include "ensemble/job.hpp"
#include "scenario/loader.hpp"
#include "world/world.hpp"

namespace forestall::app {

struct Session {
    std::shared_ptr<const World> world;
    std::map<std::string, std::string> files;
    Observed observed;
    Diagnostics warnings;
};

/// A scenario's tables and diagnostics; a directory that is not there is a diagnostic too.
Loaded load_directory(const std::string& dir);
/// The World of a scenario. Warnings are told on standard error, in summary if they are many. On
/// errors all diagnostics are told, as text or as the JSON document, and there is nothing: return
/// exit_code::bad_input.
std::optional<Session> open_session(const std::string& dir, const Invocation& invocation);
/// The same of a scenario that was loaded already.
std::optional<Session> open_session(Loaded loaded, const std::string& dir,
                                    const Invocation& invocation);

/// A job of all members without shards.
Job job_of(const Session& session, std::uint64_t seed, std::uint64_t members);

/// `{"file", "line", "column", "code", "severity", "message", "hint"}` each.
Json diagnostics_json(const Diagnostics& diagnostics);
/// All of them, a line each, on standard error.
void say_diagnostics(const Diagnostics& diagnostics);
/// Warnings as --quiet, --verbose and their number ask for. `how`: the command that lists all.
void say_warnings(const Diagnostics& diagnostics, const Common& common, const std::string& how);
std::size_t error_count(const Diagnostics& diagnostics);

}  // namespace forestall::app
