// SPDX-License-Identifier: Apache-2.0
// What the desk of one member saw, step by step, and when mass killing began. Made by
// analysis/search/warning_members; made up by tests.
#pragma once
#include <cmath>
#include <cstdint>
#include <vector>

namespace forestall::analysis {

struct Watched {
    int steps = 0;
    int step_days = 7;
    double delay_days = 0;          ///< from a report to its being read
    int onset = -1;                 ///< step of the first mass killing; -1: none
    std::vector<float> risk;        ///< [step]
    std::vector<float> reported;    ///< [step] civilian deaths, on the day of the report
    std::vector<std::int8_t> seen;  ///< [step] observed stage, as a number

    /// Step in which there is nothing left to warn of: that of the onset, else one past the last.
    int end() const { return onset >= 0 ? onset : steps; }
    int steps_in(int days) const { return days / step_days; }
    /// As the desk counts it: whole steps.
    int delay() const { return static_cast<int>(std::floor(delay_days / step_days + 0.5)); }
    double weeks(int of_steps) const { return of_steps * step_days / 7.0; }
};

}  // namespace forestall::analysis
