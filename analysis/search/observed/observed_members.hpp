// SPDX-License-Identifier: Apache-2.0
// Runs members of a scenario and keeps of each the figures that were observed of the country.
#pragma once
#include <atomic>
#include <cstdint>
#include <vector>

#include "analysis/search/observed/count_figures.hpp"
#include "analysis/search/observed/death_figures.hpp"
#include "core/parallel.hpp"

namespace forestall::analysis {

struct ObservedMember {
    DeathFigures deaths;
    CountFigures counts;
};

/// Members 0 … members-1 of the seed, in order. Fewer, those that are done, once `stop` is set.
/// `counting` is of deaths.
std::vector<ObservedMember> run_observed(const DeathLayout& layout, const Observed& counted,
                                         const Observations& observations, std::uint64_t seed,
                                         std::uint64_t members, const Parallel& parallel,
                                         const std::atomic<bool>* stop = nullptr,
                                         Counting counting = Counting::happened);

}  // namespace forestall::analysis
