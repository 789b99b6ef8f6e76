// SPDX-License-Identifier: Apache-2.0
// Rule: an assumption flips the advice where, fixed at a value and at any value beyond it out to
// the plausible end, another option's mean net harm is less than the advice's. The distance is in
// normal scores of its stated distribution, so that all assumptions are measured alike: 1.64 is its
// 5 % or 95 % point, and within that a value is plausible. Mean differences given a value are
// smoothed; two numbers at once add up. A flip is told from noise if the other option's lead at the
// plausible end exceeds 0 by more than resamples reach anywhere, over all numbers, options and
// ends. Source: threshold analysis after Briggs, Sculpher & Claxton 2006; wild bootstrap, Wu 1986;
// max-t, Westfall & Young 1993.
#pragma once
#include <vector>

#include "analysis/assumptions/study.hpp"

namespace forestall::assumptions {

/// Normal score of the 95 % point: the edge of what is plausible.
inline constexpr double plausible_score = 1.6448536269514722;
/// ... of about the 99 % point: beyond it nothing is looked for.
inline constexpr double farthest_score = plausible_score * 10 / 7;

struct Flip {
    std::vector<std::size_t>
        numbers;                ///< positions in Study::assumptions; one, or two that move together
    std::vector<double> score;  ///< where the advice changes
    std::vector<double> value;  ///< the same as values
    double distance = 0;        ///< length of `score`
    bool plausible = false;     ///< each inside its 5 to 95 % range
    std::size_t to = 0;         ///< option that becomes best
    Figure lead;  ///< of a single number: harm that option averts against the advice, at the
                  ///< plausible end beyond; interval together over all numbers, options and ends
    double stands = 0;  ///< share of resamples in which that lead exceeds 0
    bool told = false;  ///< its lower limit does
};

struct Flips {
    std::vector<Flip> each;  ///< at most one per number; those told first, then the nearest first
    double by_chance =
        0;  ///< how many of them would be plausible if no number mattered: from shuffled draws
    std::vector<Flip>
        pairs;  ///< only where no single plausible number flips: the nearest few, all plausible
};

struct FlipEffort {
    std::size_t resamples = 499;
    std::uint64_t seed = 1;
    const Parallel* parallel = nullptr;  ///< nullptr: serial
};

/// Throws std::invalid_argument for fewer than two options or 40 members.
Flips flips_of(const Study& study, const FlipEffort& effort);

}  // namespace forestall::assumptions
