// SPDX-License-Identifier: Apache-2.0
// Pattern 2: episodes of mass killing end, in more than one way, and some begin again. An episode
// is an actor's, from the step in which it has deliberately killed 1,000 of a group within a year;
// it ends in the first year after its deadliest in which it kills fewer than 100. Source of the
// three ways: Conley & Hazlett 2021.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/patterns/course.hpp"
#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {

enum class End : std::uint8_t { none, defeat, plan, strategy };

struct Episode {
    int actor = -1;
    int group = -1;  ///< whose people it killed most of
    int began = 0;   ///< year of the onset
    int peak = 0;    ///< the deadliest year from then on
    int ended = -1;  ///< first year below 100 deaths after the peak; -1: not in this run
    End end = End::none;
    bool watched = false;   ///< four whole years after the peak lie in the run
    bool relapsed = false;  ///< 100 or more in a year after the end
};

/// Bounds that tell the ways apart, by judgement: a perpetrator left with less than a quarter of
/// its fighters of the peak year was defeated; one whose target has lost more than half of its
/// people at the places of the killing (weighted by deaths there) got what it planned.
inline constexpr double beaten_below = 0.25;
inline constexpr double gone_below = 0.5;

std::vector<Episode> episodes_of(const Course& course);
/// Ten-year runs. Intervals by members.
std::vector<Part> ending_parts(std::span<const Course> courses);

}  // namespace forestall::patterns
