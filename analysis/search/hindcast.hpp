// SPDX-License-Identifier: Apache-2.0
// Runs members of a scenario and keeps what was simulated where and when people were counted, for
// scoring.
#pragma once
#include <atomic>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "analysis/displacement.hpp"
#include "analysis/estimate.hpp"
#include "core/parallel.hpp"
#include "world/world.hpp"

namespace forestall::analysis {

/// What was counted at one camp: (day since start, persons).
struct CampSeries {
    std::string camp;
    std::vector<std::pair<int, double>> counts;
};

/// The days of the run on which anything was counted, or that are asked for, and every camp's
/// counts on them. Days outside the run are left out.
CampCounts tabulate(const std::vector<CampSeries>& series, int days,
                    const std::vector<int>& also = {});

struct Hindcast {
    CampCounts data;
    std::vector<CampCounts> members;  ///< people sheltered at each camp at the end of the day
    std::vector<std::vector<double>>
        displaced;  ///< of each member: displaced people on the days of `data`
};

/// `camps` of `data` must be places of the world (std::invalid_argument). Members 0 … members-1 of
/// the seed; fewer, those that are done, once `stop` is set.
Hindcast run_hindcast(const World& world, const CampCounts& data, std::uint64_t seed,
                      std::uint64_t members, const Parallel& parallel,
                      const std::atomic<bool>* stop = nullptr);

}  // namespace forestall::analysis
