// SPDX-License-Identifier: Apache-2.0
// Made-up courses of what a desk saw.
#pragma once
#include <algorithm>
#include <initializer_list>
#include <utility>

#include "analysis/warnings/watched.hpp"
#include "core/stage.hpp"

namespace forestall::analysis::test {

/// Ten years of weeks in which nothing happens.
inline Watched quiet(int steps = 522) {
    Watched w;
    w.steps = steps;
    w.delay_days = 14;
    const auto n = static_cast<std::size_t>(steps);
    w.risk.assign(n, 0.1F);
    w.reported.assign(n, 0.0F);
    w.seen.assign(n, 0);
    return w;
}

/// Mass killing begins in this week; stages are seen from the weeks given on.
inline Watched erupting(int onset, std::initializer_list<std::pair<int, Stage>> stages = {}) {
    Watched w = quiet();
    w.onset = onset;
    for (const auto& [week, stage] : stages)
        std::fill(w.seen.begin() + week, w.seen.end(), static_cast<std::int8_t>(number_of(stage)));
    return w;
}

/// Risk is raised in the weeks from one to another.
inline Watched risky(Watched w, int from, int to, float risk = 0.6F) {
    std::fill(w.risk.begin() + from, w.risk.begin() + to, risk);
    return w;
}

/// Reported deaths a week from one to another.
inline Watched deadly(Watched w, int from, int to, float deaths = 10) {
    std::fill(w.reported.begin() + from, w.reported.begin() + to, deaths);
    return w;
}

}  // namespace forestall::analysis::test
