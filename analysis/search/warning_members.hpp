// SPDX-License-Identifier: Apache-2.0
// Runs members of a scenario, with nothing done, and keeps of each what its desk saw.
#pragma once
#include <atomic>
#include <cstdint>
#include <vector>

#include "analysis/warnings/watched.hpp"
#include "core/parallel.hpp"
#include "engine/outcome.hpp"
#include "world/world.hpp"

namespace forestall::analysis {

/// One member. The delay is its own draw, if the scenario leaves it open.
Watched watched_of(const World& world, const MemberOutcome& outcome);

/// Members 0 … members-1 of the seed, in order. Fewer, those that are done, once `stop` is set.
std::vector<Watched> run_watched(const World& world, std::uint64_t seed, std::uint64_t members,
                                 const Parallel& parallel, const std::atomic<bool>* stop = nullptr);

}  // namespace forestall::analysis
