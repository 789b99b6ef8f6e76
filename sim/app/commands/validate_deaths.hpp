// SPDX-License-Identifier: Apache-2.0
// `forestall validate DIR`, the part about deaths: free runs from the scenario's start against
// observed/deaths.csv.
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>

#include "analysis/search/observed/death_scores.hpp"
#include "app/frame/invocation.hpp"
#include "scenario/loader.hpp"
#include "scenario/observed/observations.hpp"
#include "world/world.hpp"

namespace forestall::app {

/// A scenario with its own source of violence, and what was observed of it.
struct DeathsCase {
    std::shared_ptr<const World> world;
    Observations seen;
};

struct DeathsFound {
    std::shared_ptr<const World> world;
    std::size_t members = 0;
    analysis::DeathScores scores;
};

/// None if `loaded` has no rows of deaths in its period, or if its violence is scheduled, so that
/// every member has the same. Faults of observed/deaths.csv are in `seen.diagnostics`.
std::optional<DeathsCase> deaths_case(const Loaded& loaded);

/// None if no member is done. Fewer members than asked for once `stop` is set.
std::optional<DeathsFound> score_deaths(const DeathsCase& c, std::uint64_t members,
                                        const Common& common, const std::atomic<bool>* stop);

}  // namespace forestall::app
