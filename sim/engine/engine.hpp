// SPDX-License-Identifier: Apache-2.0
// The engine: `State + World + draws -> State`, one step at a time (docs/model.md, "Process
// overview and scheduling").
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "actors/decision.hpp"
#include "core/parallel.hpp"
#include "core/parameter.hpp"
#include "core/random.hpp"
#include "engine/outcome.hpp"
#include "world/world.hpp"

namespace forestall {

/// All parameters the engine reads, room by room in a fixed order: what `[parameters]` may set and
/// `describe` lists.
std::span<const ParameterTable> parameter_tables();
/// Their names in that order, then the scenario's own numbers, as the `parameter` dimension of the
/// results file.
std::vector<std::string> parameter_names(const World& world);

struct RunRequest {
    std::uint64_t seed = 1;
    std::uint64_t member = 0;
    std::string option = "none";         ///< do nothing
    const Parallel* parallel = nullptr;  ///< inner loops; nullptr = serial
    RunDetail* detail = nullptr;         ///< filled when set
    std::optional<Cut> cut;   ///< taken away, to see whether it mattered (`explain`, tests)
    std::span<Probe> probes;  ///< choices whose probability is wanted, made or not
    /// Called after each day with (day, persons sheltered at each place, persons in transit); for
    /// scoring against daily counts.
    std::function<void(Day, std::span<const Persons>, Persons)> each_day;
};

/// Number of steps of a world's run.
std::size_t step_count(const World& world);

/// Runs one member from start to end. Throws std::logic_error if an invariant is broken (our bug).
MemberOutcome run_member(const World& world, const RunRequest& request);

/// One member under each option, the same bits as run_member for each; what they share of the past
/// is run once. With `continuations` also what comes of options that start at a stage, from the
/// states in which the desk first sees it (engine/continuations.hpp).
std::vector<MemberOutcome> run_options(const World& world, const RunRequest& request,
                                       std::span<const std::string> options,
                                       const Continuations& continuations = {});

}  // namespace forestall
