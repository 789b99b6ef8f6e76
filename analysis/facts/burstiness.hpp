// SPDX-License-Identifier: Apache-2.0
// How unevenly days with events lie: B = (σ - μ) / (σ + μ) of the gaps between them. -1: a clock;
// about 0: chance (a little below where most days have events); towards 1: bursts and long
// silences. Source: Goh & Barabási 2008, EPL 81:48002.
#pragma once
#include <cstdint>
#include <span>

#include "analysis/estimate.hpp"

namespace forestall::analysis {

/// `days` in any order, repeats count once. NaN below `least` gaps.
double burstiness(std::span<const int> days, std::size_t least = 10);
/// With the interval of bootstrapped gaps.
Estimate burstiness(std::span<const int> days, int resamples, std::uint64_t seed,
                    std::size_t least = 10);
/// What independent days would give where a share `busy` of them has events: gaps are geometric.
double burstiness_of_chance(double busy);

}  // namespace forestall::analysis
