// SPDX-License-Identifier: Apache-2.0
// Rule: what else than a drawn number may change the advice: what a unit of the outcome averted is
// worth, the discount rate, and which outcome is judged. Mean net harm is a straight line in 1 /
// worth, so that the nearest worth above and below at which another option is best is exact for the
// file's means; its interval is that of joint resamples.
#pragma once
#include <string>
#include <vector>

#include "analysis/assumptions/study.hpp"

namespace forestall::assumptions {

/// The advice changes where a unit averted is worth this.
struct WorthFlip {
    Figure
        worth;  ///< money per unit; interval over resamples in which the two options' lines cross
    std::size_t to = 0;
    double crosses = 0;  ///< share of resamples in which they do
};
struct WorthFlips {
    std::vector<WorthFlip> below;  ///< the nearest lower worth; empty: none
    std::vector<WorthFlip> above;
};
WorthFlips worth_flips(const Study& study, const Plan& plan);

/// Best option under a discount rate or another outcome.
struct Elsewhere {
    std::string name;  ///< "0.05", "displaced"
    std::string text;
    std::size_t best = 0;
    std::vector<std::size_t> not_told;  ///< from it
};
/// 0 to 10 % a year by one point, with the study's worth; empty without one.
std::vector<Elsewhere> by_discount(const Results& results, const StudyWish& wish,
                                   const std::vector<std::size_t>& members, const Plan& plan);
/// Every other outcome of the file that is a harm, costs left out.
std::vector<Elsewhere> by_outcome(const Results& results, const Study& study,
                                  const std::vector<std::size_t>& members, const Plan& plan);

}  // namespace forestall::assumptions
