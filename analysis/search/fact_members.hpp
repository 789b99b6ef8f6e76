// SPDX-License-Identifier: Apache-2.0
// Runs members of a scenario and keeps their events in the terms of the stylised facts.
#pragma once
#include <atomic>
#include <cstdint>
#include <vector>

#include "analysis/facts/history.hpp"
#include "core/parallel.hpp"
#include "engine/outcome.hpp"
#include "world/world.hpp"

namespace forestall::analysis {

/// What of a member's events the facts look at.
enum class Counting : std::uint8_t {
    happened,  ///< all deaths of an event
    reported   ///< fighters as they fell, civilians as observers report them
};

/// The events of one run in which at least one person died, by battle, one-sided or communal
/// violence. Without finer dates an event lies on the first day of its step and days are known to
/// the step. Places at risk are those of the home country that people can live in.
History history_of(const World& world, const RunDetail& detail, Counting counting);

/// Members 0 … members-1 of the seed, in order; only events are kept of each. Fewer, those that are
/// done, once `stop` is set.
std::vector<History> run_histories(const World& world, std::uint64_t seed, std::uint64_t members,
                                   Counting counting, const Parallel& parallel,
                                   const std::atomic<bool>* stop = nullptr);

}  // namespace forestall::analysis
